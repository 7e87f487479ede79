package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a first source description for a file that nobody has described: what can be seen is
 * written down, what cannot be is left to a person as a comment.
 */
public final class DraftDescription {
  private DraftDescription() {}

  /**
   * A description as text.
   *
   * @param yaml the description
   * @param matched how many columns or labels were matched to statistics or fields
   */
  public record Draft(String yaml, int matched) {}

  /**
   * Describes a file.
   *
   * @param id identifier of the new description
   * @param known descriptions whose headers are synonyms of their statistics
   * @throws UnreadableFileException if the file is no table
   */
  public static Draft of(
      String id,
      String fileName,
      byte[] content,
      ReadingContext context,
      Collection<SourceDescription> known)
      throws UnreadableFileException {
    StatisticNames names = new StatisticNames(context, known);
    DraftLook look = DraftLook.of(fileName, content, names, context);
    DraftText text = new DraftText();
    text.line(
        "# A first description of "
            + (PersonalData.isInPath(fileName) ? "a file" : fileName.replaceAll("\\p{Cntrl}", "?"))
            + ", to be checked by a person.");
    text.line("id: " + id);
    String name = DraftText.quoted(fileName);
    text.line("name: {zh: " + name + ", en: " + name + "}");
    text.line("data: official");
    DraftRoles roles = new DraftRoles(look.columns(), context);
    DraftBasis basis = new DraftBasis(text, look, roles, names, context);
    int matched = table(basis, known);
    return new Draft(text.all(), matched);
  }

  /**
   * A column a period, a record of a register, a row an observation, or a column a statistic: a
   * register where the headers name more of its fields than statistics, a long table where labels
   * below a header name statistics and no header does.
   *
   * @return how many columns or labels were matched
   */
  private static int table(DraftBasis basis, Collection<SourceDescription> known) {
    DraftColumns columns = basis.look().columns();
    int region = basis.roles().region();
    if (basis.roles().periods().size() > 1) {
      shape("cross", basis);
      return new DraftLabels(basis).cross();
    }
    long statistics =
        columns.heads().stream().filter(head -> basis.names().find(head).isPresent()).count();
    Optional<DraftRegister> register =
        DraftRegister.of(columns, basis.context(), known, Set.of(region))
            .filter(draft -> draft.fields().size() > statistics);
    if (register.isPresent()) {
      shape("register", basis);
      return new DraftRecords(basis, register.get()).write();
    }
    if (statistics == 0 && basis.names().labels(columns, region) >= 0) {
      shape("long", basis);
      return new DraftLabels(basis).longTable();
    }
    shape("wide", basis);
    return new DraftWide(basis).write();
  }

  private static void shape(String layout, DraftBasis basis) {
    DraftText text = basis.text();
    DraftLook look = basis.look();
    text.line("layout: " + layout);
    if (look.sheet().title().isEmpty()) {
      text.line("encoding: " + DraftText.code(look.look().encoding()));
      text.line("separator: " + DraftText.separator(look.look().separator()));
    } else {
      text.line("sheets: [" + DraftText.quoted(look.sheet().title()) + "]");
    }
    text.line(
        "header: {row: "
            + look.found().number()
            + (look.headerRows() > 1 ? ", rows: " + look.headerRows() : "")
            + "}");
  }
}
