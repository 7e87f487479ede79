package io.silvergauge.jobs.form;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.jobs.read.SourceDescription;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The built-in descriptions of forms: {@code form} of the figures, and {@code form_<register>} of
 * each register. They follow from the scheme alone, so that a form's return needs none of its own.
 */
public final class FormDescriptions {
  /** Id of the description of forms of figures. */
  public static final String FORM = "form";

  private static final SourceDescription.HeaderRule HEADER =
      new SourceDescription.HeaderRule(FormLayout.HEAD_ROW, List.of(), FormLayout.HEAD_ROW, 2);

  private FormDescriptions() {}

  /** Id of the description of a register's forms. */
  public static String registerForm(String register) {
    return FORM + "_" + register;
  }

  /** The descriptions of a scheme's forms. */
  public static List<SourceDescription> of(Scheme scheme) {
    List<SourceDescription> all = new ArrayList<>();
    all.add(figures(scheme));
    scheme.registers().values().forEach(register -> all.add(records(register, scheme)));
    return all;
  }

  /** The statistics that forms ask for: those that are not counted from a register. */
  public static List<Statistic> asked(Scheme scheme) {
    return scheme.statistics().values().stream()
        .filter(statistic -> !scheme.tallies().containsKey(statistic.id()))
        .toList();
  }

  private static SourceDescription figures(Scheme scheme) {
    List<SourceDescription.Column> columns = new ArrayList<>();
    Map<String, String> items = new LinkedHashMap<>();
    for (Statistic statistic : asked(scheme)) {
      if (statistic.yesNo()) {
        items.put(FormLayout.item(statistic, scheme), statistic.id());
      } else {
        columns.add(column(statistic));
      }
    }
    SourceDescription.LongForm form =
        new SourceDescription.LongForm(
            FormLayout.ITEM.column(),
            items,
            FormLayout.VALUE.column(),
            FormLayout.ANSWERS,
            "",
            FormLayout.DOCUMENT.column());
    return description(
        FORM,
        new Bilingual("填报表", "Form"),
        scheme,
        columns,
        items.isEmpty() ? List.of() : List.of(form),
        List.of());
  }

  private static SourceDescription.Column column(Statistic statistic) {
    return new SourceDescription.Column(
        List.of(FormLayout.head(statistic).column()),
        List.of(),
        statistic.id(),
        statistic.unit(),
        SourceDescription.UnitFrom.DESCRIPTION,
        statistic.time() == TimeKind.YEAR_TO_DATE);
  }

  private static SourceDescription records(Register register, Scheme scheme) {
    List<SourceDescription.FieldColumn> columns =
        register.fields().values().stream()
            .map(
                field ->
                    new SourceDescription.FieldColumn(
                        List.of(FormLayout.head(field).column()), field.id(), field.unit()))
            .toList();
    return description(
        registerForm(register.id()),
        Bilingual.of("填报表：%s", "Form: %s", register.name()),
        scheme,
        List.of(),
        List.of(),
        List.of(new SourceDescription.RegisterForm(register.id(), columns)));
  }

  /** The part of a description that a sheet with these ids has. */
  public static SourceDescription ofSheet(SourceDescription form, Collection<String> ids) {
    boolean items = ids.contains(FormLayout.ITEM.id());
    return with(
        form,
        items ? FormLayout.DATE.column() : "",
        form.columns().stream().filter(column -> ids.contains(column.statistic())).toList(),
        items ? form.longForm() : List.of());
  }

  private static SourceDescription description(
      String id,
      Bilingual name,
      Scheme scheme,
      List<SourceDescription.Column> columns,
      List<SourceDescription.LongForm> longForm,
      List<SourceDescription.RegisterForm> registerForm) {
    Map<String, Mark> symbols = new LinkedHashMap<>(FormLayout.MARKS);
    symbols.put("", Mark.MISSING);
    String nameColumn = registerForm.isEmpty() ? FormLayout.NAME.column() : "";
    SourceDescription.RegionRule region =
        new SourceDescription.RegionRule(
            FormLayout.REGION.column(), nameColumn, Map.of(), "", false, 0);
    List<SourceDescription.FormRule> rule =
        List.of(new SourceDescription.FormRule(scheme.id(), scheme.edition()));
    String all =
        String.join("\n", FormLayout.VERSION, id, rule.toString(), symbols.toString())
            + columns
            + longForm
            + registerForm;
    return new SourceDescription(
        id,
        name,
        SourceDescription.DataKind.OFFICIAL,
        SourceDescription.Encoding.AUTO,
        SourceDescription.AUTO_SEPARATOR,
        new SourceDescription.SheetChoice(SourceDescription.SheetChoice.Which.ALL, List.of()),
        HEADER,
        "",
        region,
        "",
        List.of(),
        List.of(),
        symbols,
        columns,
        longForm,
        List.of(),
        registerForm,
        List.of(),
        rule,
        Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
  }

  private static SourceDescription with(
      SourceDescription form,
      String referenceDate,
      List<SourceDescription.Column> columns,
      List<SourceDescription.LongForm> longForm) {
    return new SourceDescription(
        form.id(),
        form.name(),
        form.data(),
        form.encoding(),
        form.separator(),
        form.sheets(),
        form.header(),
        form.periodColumn(),
        form.region(),
        referenceDate,
        form.setAside(),
        form.notes(),
        form.symbols(),
        columns,
        longForm,
        form.crossForm(),
        form.registerForm(),
        form.checks(),
        form.form(),
        form.sha256());
  }
}
