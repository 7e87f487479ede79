package io.silvergauge.reports.docx;

import io.silvergauge.reports.chart.Chart;
import io.silvergauge.reports.chart.Figured;
import io.silvergauge.reports.text.Inert;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.RadarStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFRadarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/** Puts charts into a document: those of bars, lines and webs to be edited, others as pictures. */
final class WordCharts {
  /** Dots a unit of a chart: 260 an inch where two charts stand side by side. */
  private static final int SHARPNESS = 2;

  /** How a picture is packed: in three quarters of the usual time, a fiftieth longer. */
  private static final float PACKED = 0.7f;

  private static final int SMALL = 900;
  private static final byte[] OWN = {0x0B, 0x55, 0x63};
  private static final List<byte[]> OTHERS =
      List.of(
          new byte[] {(byte) 0xB3, 0x5C, 0x00},
          new byte[] {0x56, 0x61, 0x6A},
          new byte[] {0x6F, (byte) 0xA8, (byte) 0xB5},
          new byte[] {0x6A, 0x4B, 0x00});

  private final XWPFDocument document;

  WordCharts(XWPFDocument document) {
    this.document = document;
  }

  /**
   * A chart in its paragraph.
   *
   * @param width in millimetres
   * @return why figures are missing in it, where the chart itself does not say so
   */
  List<String> write(Chart chart, XWPFParagraph paragraph, double width) throws IOException {
    double height = width * chart.height() / chart.width();
    Optional<Figured> figured = chart.figures().filter(WordCharts::canBeDrawn);
    try {
      if (figured.isPresent()) {
        nativeChart(figured.get(), chart.description(), paragraph.createRun(), width, height);
        return figured.get().gaps();
      }
      picture(chart, paragraph.createRun(), width, height);
      return List.of();
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  /** A web with a gap would be drawn through its centre. */
  private static boolean canBeDrawn(Figured figured) {
    return figured.kind() != Figured.Kind.WEB
        || figured.series().stream().noneMatch(one -> one.values().contains(null));
  }

  private static int emu(double millimetres) {
    return (int) (millimetres * Units.EMU_PER_CENTIMETER / 10);
  }

  private static void picture(Chart chart, XWPFRun run, double width, double height)
      throws IOException, InvalidFormatException {
    BufferedImage image = new Drawn(chart.width() * SHARPNESS, chart.height() * SHARPNESS);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.scale(SHARPNESS, SHARPNESS);
    chart.draw(canvas);
    canvas.dispose();
    XWPFPicture picture =
        run.addPicture(
            new ByteArrayInputStream(png(image)),
            PictureType.PNG,
            "chart.png",
            emu(width),
            emu(height));
    picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(Inert.shown(chart.description()));
    describe(run, chart.description());
  }

  /**
   * A picture in whole bytes, from which a PNG is written faster than from whole numbers, and whose
   * rows are read where they stand: others copy each row for their reader.
   */
  private static final class Drawn extends BufferedImage {
    Drawn(int width, int height) {
      super(width, height, TYPE_3BYTE_BGR);
    }

    @Override
    public Raster getData(Rectangle part) {
      return getRaster().createChild(part.x, part.y, part.width, part.height, part.x, part.y, null);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    // Without a stream of its own ImageIO writes each picture through a temporary file.
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      ImageWriteParam packed = writer.getDefaultWriteParam();
      packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      packed.setCompressionQuality(PACKED);
      writer.write(null, new IIOImage(image, null, null), packed);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** What it says, for those who cannot see it. */
  private static void describe(XWPFRun run, String description) {
    CTInline inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
    inline.getDocPr().setDescr(Inert.shown(description));
  }

  private void nativeChart(
      Figured figured, String description, XWPFRun run, double width, double height)
      throws IOException, InvalidFormatException {
    XWPFChart chart = document.createChart(run, emu(width), emu(height));
    describe(run, description);
    XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.getOrAddMajorGridProperties()
        .setLineProperties(line(new byte[] {(byte) 0xD5, (byte) 0xDB, (byte) 0xDF}, 0.5, false));
    if (figured.full() > 0) {
      left.setMinimum(0);
      left.setMaximum(figured.full());
    }
    XDDFChartData data = chart.createData(type(figured.kind()), bottom, left);
    int rows = figured.categories().size();
    XDDFCategoryDataSource categories =
        XDDFDataSourcesFactory.fromArray(
            figured.categories().stream().map(Inert::shown).toArray(String[]::new),
            chart.formatRange(new CellRangeAddress(1, rows, 0, 0)),
            0);
    for (int i = 0; i < figured.series().size(); i++) {
      Figured.Series series = figured.series().get(i);
      XDDFNumericalDataSource<Double> values =
          XDDFDataSourcesFactory.fromArray(
              series.values().toArray(new Double[0]),
              chart.formatRange(new CellRangeAddress(1, rows, i + 1, i + 1)),
              i + 1);
      XDDFChartData.Series made = data.addSeries(categories, values);
      String name = Inert.shown(series.name());
      made.setTitle(name, chart.setSheetTitle(name, i + 1));
      dress(made, series.own(), i);
    }
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(BarDirection.BAR);
      bars.setGapWidth(60);
      bottom.setOrientation(AxisOrientation.MAX_MIN);
      left.setPosition(AxisPosition.TOP);
    } else if (data instanceof XDDFRadarChartData web) {
      web.setStyle(RadarStyle.STANDARD);
    }
    chart.plot(data);
    chart.displayBlanksAs(DisplayBlanks.GAP);
    if (figured.series().size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    if (data instanceof XDDFBarChartData) {
      labels(chart);
    }
    chart.getCTChartSpace().addNewTxPr().addNewBodyPr();
    chart.getCTChartSpace().getTxPr().addNewP().addNewPPr().addNewDefRPr().setSz(SMALL);
  }

  private static void labels(XWPFChart chart) {
    var labels = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0).addNewDLbls();
    labels.addNewNumFmt().setFormatCode("0.00");
    labels.getNumFmt().setSourceLinked(false);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  private static ChartTypes type(Figured.Kind kind) {
    return switch (kind) {
      case BARS -> ChartTypes.BAR;
      case LINES -> ChartTypes.LINE;
      case WEB -> ChartTypes.RADAR;
    };
  }

  /** What it is about is drawn firm and marked, what that is held against broken. */
  private static void dress(XDDFChartData.Series series, boolean own, int number) {
    byte[] colour = own && number == 0 ? OWN : OTHERS.get((number + 3) % OTHERS.size());
    if (series instanceof XDDFBarChartData.Series) {
      series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(colour)));
      return;
    }
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setLineProperties(line(colour, own ? 2 : 1.5, !own));
    series.setShapeProperties(shape);
    if (series instanceof XDDFLineChartData.Series drawn) {
      drawn.setSmooth(false);
      drawn.setMarkerStyle(own ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
    }
  }

  private static XDDFLineProperties line(byte[] colour, double width, boolean broken) {
    XDDFLineProperties line =
        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(colour)));
    line.setWidth(width);
    if (broken) {
      line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
    }
    return line;
  }
}
