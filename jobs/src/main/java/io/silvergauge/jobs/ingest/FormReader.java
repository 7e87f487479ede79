package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.form.FormDescriptions;
import io.silvergauge.jobs.form.FormHead;
import io.silvergauge.jobs.form.FormLayout;
import io.silvergauge.jobs.form.FormMarker;
import io.silvergauge.jobs.form.FormMarker.Label;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks over a form before its sheets are read: whether it is one, whether it is for this scheme,
 * period and sender, whether its sheets are all there, and whether anybody changed its heads.
 */
final class FormReader {
  private final Delivery delivery;
  private final SourceDescription description;
  private final ReadingContext context;
  private final ReadRows into;

  FormReader(
      Delivery delivery, SourceDescription description, ReadingContext context, ReadRows into) {
    this.delivery = delivery;
    this.description = description;
    this.context = context;
    this.into = into;
  }

  /**
   * A sheet to read.
   *
   * @param description what of the form's description applies to it
   */
  record Part(Sheet sheet, SourceDescription description) {}

  /** The sheets that can be read; of the others it is said why not. */
  List<Part> parts(List<Sheet> sheets) throws UnreadableFileException {
    Optional<FormMarker> marker = FormMarker.of(sheets);
    if (marker.isEmpty()) {
      unfit(
          Bilingual.of(
              "不是 SilverGauge 填报表（没有“%1$s”表）；请填写下发的填报表，或按自有来源登记",
              "this is no form of SilverGauge (it has no sheet '%1$s'); please fill in the form that"
                  + " was sent out, or register the table under its own source",
              FormMarker.SHEET));
      sheets.forEach(this::lookThrough);
      return List.of();
    }
    if (!fits(marker.get())) {
      sheets.forEach(this::lookThrough);
      return List.of();
    }
    Map<String, Sheet> byTitle = new LinkedHashMap<>();
    sheets.forEach(sheet -> byTitle.put(sheet.title(), sheet));
    List<Part> parts = new ArrayList<>();
    for (String title : marker.get().sheets()) {
      Sheet sheet = byTitle.remove(title);
      if (sheet == null) {
        refuse(
            RejectReason.SHEET_MISSING,
            Bilingual.of(
                "缺少填报表“%s”；请勿删除或改名，无数据时留空即可",
                "its sheet '%s' is missing; please neither delete nor rename sheets, and leave blank"
                    + " what there is no figure for",
                Rejects.shown(title)));
      } else {
        unchanged(sheet).ifPresent(parts::add);
      }
    }
    for (String about : List.of(FormMarker.SHEET, FormMarker.CODES)) {
      Optional.ofNullable(byTitle.remove(about)).ifPresent(this::lookThrough);
    }
    for (Sheet sheet : byTitle.values()) {
      if (!DeliveryReader.empty(sheet)) {
        into.addBeside(
            PersonalRows.unread(
                delivery,
                sheet,
                new Bilingual("不是填报表中的工作表，未读取", "no sheet of the form, so it was not read")));
      }
    }
    return parts;
  }

  /** Whether the form is for what it was sent for; says of all that differs. */
  private boolean fits(FormMarker marker) {
    SourceDescription.FormRule rule = description.form().get(0);
    Map<Label, String> wanted = new EnumMap<>(Label.class);
    wanted.put(Label.FORM, FormLayout.VERSION);
    wanted.put(Label.SCHEME, rule.scheme());
    wanted.put(Label.EDITION, rule.edition());
    wanted.put(Label.PERIOD, delivery.slot().period().toString());
    wanted.put(Label.SENDER, delivery.slot().sender());
    wanted.put(Label.REGISTER, description.register().isEmpty() ? "–" : description.register());
    boolean fits = true;
    for (Map.Entry<Label, String> one : wanted.entrySet()) {
      fits &= same(marker, one.getKey(), one.getValue());
    }
    if (fits && marker.sheets().isEmpty()) {
      unfit(
          new Bilingual(
              "说明页没有列出填报表；请使用未改动的填报表",
              "its first sheet lists no sheet to fill in; please use an unchanged form"));
      return false;
    }
    return fits;
  }

  private boolean same(FormMarker marker, Label label, String right) {
    String found = marker.value(label);
    if (found.equals(right)) {
      return true;
    }
    unfit(
        Bilingual.of(
            "填报表的“%s”是“%s”，应为“%s”；请填写本期下发给本报送方的填报表",
            "the form's '%s' is '%s', right is '%s'; please fill in the form that was sent out to"
                + " this sender for this period",
            label.text(),
            Rejects.shown(found),
            right));
    return false;
  }

  /** A sheet whose heads are as they were written; else it is said which were changed. */
  private Optional<Part> unchanged(Sheet sheet) throws UnreadableFileException {
    Map<Integer, SheetRow> heads = new LinkedHashMap<>();
    long records = 0;
    try (Rows rows = sheet.open()) {
      for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        records++;
        long number = row.get().number();
        if (number == FormLayout.HEAD_ROW || number == FormLayout.HEAD_ROW + 1) {
          heads.put((int) number, row.get());
        }
      }
    }
    List<String> ids = new ArrayList<>();
    List<Reject> changed = new ArrayList<>();
    if (heads.size() < 2) {
      changed.add(
          changed(sheet, "", new Bilingual("没有表头", "there is no header where it should be")));
    } else {
      compare(sheet, heads, ids, changed);
    }
    if (changed.isEmpty()) {
      return Optional.of(new Part(sheet, FormDescriptions.ofSheet(description, ids)));
    }
    changed.forEach(into::add);
    into.refuse(records);
    lookThrough(sheet);
    return Optional.empty();
  }

  /** What is not read may hold what nobody may send. */
  private void lookThrough(Sheet sheet) {
    PersonalRows.beside(delivery, sheet).ifPresent(into::addBeside);
  }

  private void compare(
      Sheet sheet, Map<Integer, SheetRow> rows, List<String> ids, List<Reject> changed) {
    Map<String, FormHead> known = new LinkedHashMap<>();
    heads().forEach(head -> known.put(HeaderText.folded(head.column()), head));
    SheetRow names = rows.get(FormLayout.HEAD_ROW);
    SheetRow below = rows.get(FormLayout.HEAD_ROW + 1);
    for (int place = 0; place < Math.max(names.size(), below.size()); place++) {
      String name = names.text(place);
      String id = below.text(place);
      FormHead head = known.get(HeaderText.folded(name + "/" + id));
      if (name.isEmpty() && id.isEmpty()) {
        continue;
      }
      if (head == null) {
        Optional<FormHead> meant =
            known.values().stream().filter(one -> one.id().equals(id)).findFirst();
        changed.add(
            changed(
                sheet,
                name + "/" + id,
                meant.isPresent()
                    ? Bilingual.of(
                        "表头已被改动，原为“%s”，该表不读取",
                        "its head was changed from '%s', so the sheet is not read",
                        meant.get().zh())
                    : new Bilingual(
                        "不是填报表的列，该表不读取；请勿增加列或改动字段代码",
                        "it is no column of the form, so the sheet is not read; please neither add"
                            + " columns nor change ids")));
      } else if (ids.contains(id)) {
        changed.add(
            changed(
                sheet,
                name + "/" + id,
                new Bilingual("该列出现两次，该表不读取", "it stands twice, so the sheet is not read")));
      } else {
        ids.add(id);
      }
    }
    List<FormHead> needed = new ArrayList<>(needed(ids));
    needed.removeIf(head -> ids.contains(head.id()));
    for (FormHead head : needed) {
      changed.add(
          changed(
              sheet,
              head.column(),
              new Bilingual("缺少该列，该表不读取", "the column is missing, so the sheet is not read")));
    }
  }

  /** All heads a sheet of this form can have. */
  private List<FormHead> heads() {
    List<FormHead> heads = new ArrayList<>(FormLayout.items());
    description
        .columns()
        .forEach(
            column -> heads.add(FormLayout.head(context.statistics().get(column.statistic()))));
    heads.addAll(fields());
    return heads;
  }

  private List<FormHead> fields() {
    return description.register().isEmpty()
        ? List.of()
        : context.registers().get(description.register()).fields().values().stream()
            .map(FormLayout::head)
            .toList();
  }

  private List<FormHead> needed(List<String> ids) {
    if (!description.register().isEmpty()) {
      List<FormHead> needed = new ArrayList<>(List.of(FormLayout.REGION));
      needed.addAll(fields());
      return needed;
    }
    return ids.contains(FormLayout.ITEM.id())
        ? FormLayout.items()
        : List.of(FormLayout.REGION, FormLayout.NAME);
  }

  private Reject changed(Sheet sheet, String column, Bilingual what) {
    String shown = Rejects.shown(column);
    return new Reject(
        delivery.path(),
        sheet.name(),
        0,
        0,
        shown,
        "",
        RejectReason.FORM_CHANGED,
        "",
        column.isEmpty()
            ? Bilingual.of("%s：%s", "%s: %s", RowPlace.shown(delivery.path(), sheet.name()), what)
            : Bilingual.of(
                "%s 表头“%s”：%s",
                "%s, head '%s': %s", RowPlace.shown(delivery.path(), sheet.name()), shown, what));
  }

  private void unfit(Bilingual what) {
    refuse(RejectReason.FORM_UNFIT, what);
  }

  private void refuse(RejectReason reason, Bilingual what) {
    into.add(
        Reject.ofFile(
            delivery.path(), reason, Bilingual.of("%s：%s", "%s: %s", delivery.path(), what)));
  }
}
