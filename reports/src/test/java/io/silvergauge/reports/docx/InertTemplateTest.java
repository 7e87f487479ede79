package io.silvergauge.reports.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class InertTemplateTest {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private static byte[] template(Consumer<XWPFDocument> filled) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("在此填写");
      filled.accept(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void refusesWhatWordWouldLoadByItself() throws IOException {
    for (String type : new String[] {"attachedTemplate", "image", "oleObject", "frame"}) {
      byte[] template =
          template(
              document ->
                  document
                      .getPackagePart()
                      .addExternalRelationship("http://example.org/x", OFFICE + type));
      assertThatThrownBy(() -> WordTemplate.of(template))
          .as(type)
          .isInstanceOf(InvalidValueException.class)
          .hasMessage(
              "has 'http://example.org/x': a template loads nothing from elsewhere and runs nothing");
    }
  }

  @Test
  void refusesFieldsThatStartOrLoadSomething() throws IOException {
    for (String field :
        new String[] {"DDEAUTO c:\\\\cmd \"/k\"", "INCLUDEPICTURE \"http://example.org/x\""}) {
      byte[] template =
          template(
              document ->
                  document
                      .createHeader(HeaderFooterType.DEFAULT)
                      .createParagraph()
                      .getCTP()
                      .addNewFldSimple()
                      .setInstr(field));
      assertThatThrownBy(() -> WordTemplate.of(template))
          .as(field)
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining(field.substring(0, field.indexOf(' ')));
    }
  }

  @Test
  void refusesMacros() throws IOException {
    byte[] template =
        template(
            document -> {
              try {
                OPCPackage whole = document.getPackage();
                whole.createPart(
                    PackagingURIHelper.createPartName("/word/vbaProject.bin"),
                    "application/vnd.ms-office.vbaProject");
              } catch (InvalidFormatException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThatThrownBy(() -> WordTemplate.of(template))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("/word/vbaProject.bin");
  }

  @Test
  void takesPageNumbersAndLinksToClick() throws IOException {
    byte[] template =
        template(
            document -> {
              document
                  .createHeader(HeaderFooterType.DEFAULT)
                  .createParagraph()
                  .getCTP()
                  .addNewFldSimple()
                  .setInstr("PAGE");
              document
                  .getPackagePart()
                  .addExternalRelationship("http://example.org/", OFFICE + "hyperlink");
            });
    assertThat(WordTemplate.of(template).given()).isTrue();
  }
}
