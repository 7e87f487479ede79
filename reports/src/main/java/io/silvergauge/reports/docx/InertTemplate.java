package io.silvergauge.reports.docx;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Refuses a template whose headers, styles or settings would make Word ask another machine or run
 * something when a report is opened. Links that a person must click stay.
 */
final class InertTemplate {
  private static final Pattern RUNS = Pattern.compile("vba|macroenabled|activex|oleobject");

  /** Fields that load or start something by themselves. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:instrText[^>]*>|instr=\")[^<\"]*\\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|LINK)\\b",
          Pattern.CASE_INSENSITIVE);

  private InertTemplate() {}

  static void check(OPCPackage template) throws IOException {
    try {
      for (PackageRelationship link : template.getRelationships()) {
        check(link);
      }
      for (PackagePart part : template.getParts()) {
        check(part);
      }
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  private static void check(PackagePart part) throws IOException, InvalidFormatException {
    String type = part.getContentType().toLowerCase(Locale.ROOT);
    if (RUNS.matcher(type).find()) {
      throw refused(part.getPartName().getName());
    }
    if (type.contains("wordprocessingml")) {
      try (InputStream content = part.getInputStream()) {
        Matcher field = FIELD.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        if (field.find()) {
          throw refused(part.getPartName().getName() + ": " + field.group(1));
        }
      }
    }
    if (!part.isRelationshipPart()) {
      for (PackageRelationship link : part.getRelationships()) {
        check(link);
      }
    }
  }

  private static void check(PackageRelationship link) {
    if (link.getTargetMode() == TargetMode.EXTERNAL
        && !link.getRelationshipType().endsWith("/hyperlink")) {
      throw refused(link.getTargetURI().toString());
    }
  }

  private static InvalidValueException refused(String what) {
    return new InvalidValueException(
        Bilingual.of(
            "含有“%s”：模板不得加载外部内容或运行宏",
            "has '%s': a template loads nothing from elsewhere and runs nothing", what));
  }
}
