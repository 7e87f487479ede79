package io.silvergauge.reports.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import io.silvergauge.reports.chart.Chart;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws a chart where its place is, straight into the document: lines as lines, text as text. */
record ChartDrawer(Map<String, Chart> charts) implements FSObjectDrawer {
  @Override
  public Map<Shape, String> drawObject(
      Element place,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    Chart chart = charts.get(place.getAttribute("data"));
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) (width / dotsPerPixel),
        (float) (height / dotsPerPixel),
        canvas -> {
          // JFreeChart puts back the hint it found, and no canvas takes back none.
          canvas.setRenderingHint(
              RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
          double scale = width / dotsPerPixel / chart.width();
          canvas.scale(scale, scale);
          chart.draw(canvas);
        });
    return Map.of();
  }
}
