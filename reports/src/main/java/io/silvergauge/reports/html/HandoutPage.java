package io.silvergauge.reports.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A document of sections and tables, all of it ready to print.
 *
 * @param parts its sections, in order
 */
record HandoutPage(PageHead head, List<Part> parts) {
  /** All its charts. */
  List<Picture> allPictures() {
    List<Picture> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.pictures()));
    return all;
  }

  /**
   * A section.
   *
   * @param anchor where it stands on the page
   * @param items a list below the tables
   */
  record Part(
      String anchor,
      String title,
      List<String> paragraphs,
      List<Picture> pictures,
      List<Fact> facts,
      List<Grid> grids,
      List<String> items) {
    Part {
      paragraphs = List.copyOf(paragraphs);
      grids = grids.stream().filter(grid -> !grid.rows().isEmpty()).toList();
      items = List.copyOf(items);
    }

    /** A section of words and tables; tables without rows are left out. */
    static Part of(String anchor, String title, List<String> paragraphs, List<Grid> grids) {
      return new Part(anchor, title, paragraphs, List.of(), List.of(), grids, List.of());
    }

    /** The same with a list. */
    Part with(List<String> more) {
      return new Part(anchor, title, paragraphs, pictures, facts, grids, more);
    }

    /** The same with charts. */
    Part drawn(List<Picture> charts) {
      return new Part(anchor, title, paragraphs, charts, facts, grids, items);
    }

    /** The same with named facts. */
    Part knowing(List<Fact> said) {
      return new Part(anchor, title, paragraphs, pictures, said, grids, items);
    }
  }

  /**
   * A table.
   *
   * @param title what stands above it; empty for nothing
   * @param more what is not listed; empty where all is
   */
  record Grid(String title, String caption, List<Head> heads, List<Row> rows, String more) {
    Grid {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The head of a column.
   *
   * @param number whether numbers stand in it
   * @param width how wide it is on paper, in millimetres; 0 for what is left
   */
  record Head(String text, boolean number, int width) {
    static Head text(String text, int width) {
      return new Head(text, false, width);
    }

    static Head number(String text, int width) {
      return new Head(text, true, width);
    }
  }

  /**
   * A row.
   *
   * @param group whether it heads those below it and has one cell over all columns
   */
  record Row(boolean group, List<Cell> cells) {
    static Row of(Cell... cells) {
      return new Row(false, List.of(cells));
    }

    static Row group(String text, String below) {
      return new Row(true, List.of(Cell.of(text).below(below)));
    }
  }

  /**
   * A cell.
   *
   * @param style a class of the style sheets, such as a verdict's code; empty for none
   * @param link page it leads to; empty for none
   * @param below what stands below the text, smaller
   */
  record Cell(String text, String style, String link, List<String> below) {
    Cell {
      below = below.stream().filter(line -> !line.isEmpty()).toList();
    }

    static Cell of(String text) {
      return new Cell(text, "", "", List.of());
    }

    static Cell verdict(String text, String code) {
      return new Cell(text, "verdict " + code, "", List.of());
    }

    static Cell city(String name, String link) {
      return new Cell(name, "", link, List.of());
    }

    Cell below(String... lines) {
      return new Cell(text, style, link, List.of(lines));
    }

    Cell below(List<String> lines) {
      return new Cell(text, style, link, lines);
    }
  }
}
