package io.silvergauge.indicators.robustness;

import io.silvergauge.indicators.composite.Calculator;
import io.silvergauge.indicators.composite.Index;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The assumptions of many replications as a table of texts, one a row: {@code weight.<node>} for
 * each weight, {@code normalisation}, {@code aggregation}, {@code imputation} (0 for what is
 * declared, else the place among the others), {@code omitted} (an indicator or nothing), {@code
 * values} (the stream values are drawn from, 0 for none). Numbers are written so that they read
 * back to the same bits. A column may be left out: then what is declared holds.
 *
 * @param header the columns
 * @param rows as many cells each
 */
public record DrawTable(List<String> header, List<List<String>> rows) {
  private static final String WEIGHT = "weight.";
  private static final List<String> CHOICES =
      List.of("normalisation", "aggregation", "imputation", "omitted", "values");

  public DrawTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  static DrawTable of(Choices choices, int replications, IntFunction<Draw> draw) {
    List<Index.Node> nodes = choices.calculator().nodes();
    List<String> header = new ArrayList<>();
    nodes.subList(0, nodes.size() - 1).forEach(node -> header.add(WEIGHT + node.id()));
    header.addAll(CHOICES);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < replications; i++) {
      Draw drawn = draw.apply(i);
      List<String> row = new ArrayList<>();
      double[] weights = drawn.weights();
      for (int node = 0; node < weights.length - 1; node++) {
        row.add(Double.toString(weights[node]));
      }
      row.add(Integer.toString(drawn.normalisation()));
      row.add(Integer.toString(drawn.aggregation()));
      row.add(Integer.toString(drawn.imputation()));
      row.add(
          drawn.omitted() == Calculator.NONE_OMITTED
              ? ""
              : choices.calculator().index().indicators().get(drawn.omitted()).id());
      row.add(Long.toString(drawn.values()));
      rows.add(row);
    }
    return new DrawTable(header, rows);
  }

  /** The rows as draws; refused by row and column where a cell says nothing that exists. */
  List<Draw> draws(Choices choices) {
    if (new HashSet<>(header).size() < header.size()) {
      throw new InvalidValueException(new Bilingual("有列名重复", "a column stands twice"));
    }
    List<Draw> draws = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      draws.add(new Row(choices, row).draw());
    }
    return draws;
  }

  /** Reads one row. */
  private final class Row {
    private final Choices choices;
    private final int number;

    Row(Choices choices, int number) {
      this.choices = choices;
      this.number = number;
    }

    Draw draw() {
      if (rows.get(number).size() != header.size()) {
        throw refused("", rows.get(number).size() + " / " + header.size());
      }
      double[] weights = choices.calculator().weights();
      int[] chosen = new int[3];
      int omitted = Calculator.NONE_OMITTED;
      long values = 0;
      for (int i = 0; i < header.size(); i++) {
        String name = header.get(i);
        String cell = rows.get(number).get(i);
        switch (name) {
          case "normalisation" -> chosen[0] = choice(name, cell, choices.normalisations());
          case "aggregation" -> chosen[1] = choice(name, cell, choices.aggregations());
          case "imputation" -> chosen[2] = choice(name, cell, choices.imputations());
          case "omitted" -> omitted = cell.isEmpty() ? omitted : indicator(name, cell);
          case "values" -> values = stream(name, cell);
          default -> weights[node(name)] = number(name, cell, 0, 1e9);
        }
      }
      return new Draw(weights, chosen[0], chosen[1], chosen[2], omitted, values);
    }

    private long stream(String name, String cell) {
      try {
        return Long.parseLong(cell);
      } catch (NumberFormatException e) {
        throw refused(name, cell);
      }
    }

    private int choice(String name, String cell, int choices) {
      double choice = number(name, cell, 0, choices - 1);
      if (choice != Math.rint(choice)) {
        throw refused(name, cell);
      }
      return (int) choice;
    }

    private int indicator(String name, String cell) {
      int place =
          choices.calculator().index().indicators().stream()
              .map(Index.Indicator::id)
              .toList()
              .indexOf(cell);
      if (place < 0) {
        throw refused(name, cell);
      }
      return place;
    }

    private int node(String name) {
      List<String> ids = choices.calculator().nodes().stream().map(Index.Node::id).toList();
      int place = name.startsWith(WEIGHT) ? ids.indexOf(name.substring(WEIGHT.length())) : -1;
      if (place < 0) {
        throw new InvalidValueException(
            Bilingual.of("没有名为“%s”的列", "there is no column '%s'", name));
      }
      return place;
    }

    private double number(String name, String cell, double least, double most) {
      try {
        double number = Double.parseDouble(cell);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // refused below, in words
      }
      throw refused(name, cell);
    }

    private InvalidValueException refused(String name, String cell) {
      return new InvalidValueException(
          Bilingual.of(
              "参数表第 %d 行，列“%s”：不能是“%s”",
              "table of parameters, row %d, column '%s': cannot be '%s'", number + 1, name, cell));
    }
  }
}
