/** The table of cities: sorts by any column, what is missing always last. */
const Table = (() => {
  const FIELD = "cell-";
  const SHORT = 12;

  /** Order of two cells; a missing figure stands last whichever way the table is sorted. */
  function compare(a, b, direction) {
    if (a.order === null || b.order === null) {
      const order = (a.order === null ? 1 : 0) - (b.order === null ? 1 : 0);
      return direction === "desc" ? -order : order;
    }
    if (typeof a.order === "string") {
      return a.order.localeCompare(b.order, "zh-CN");
    }
    return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
  }

  function drawn(cell) {
    const value = cell.getValue();
    return Elements.el("span", { class: value.absent ? "absent" : null, title: value.note || null }, value.absent ? shown(value) : value.text);
  }

  /** A name is a button, so that a row can be opened without a mouse; the row hears the click. */
  const named = (cell) => Elements.button(cell.getValue().text, () => {}, { class: "name", title: cell.getValue().text });

  const shown = (value) => (value.note ? value.text + " · " + value.note : value.text);

  /**
   * act: {chosen(city, byBox), isChosen(city), opened(city), sorted(key, direction)}. Gives show(columns,
   * rows, sort), ticked() for boxes that were ticked elsewhere, and ordered().
   */
  function of(holder, words, act) {
    let table = null;
    let built = false;

    function tick(narrow) {
      return {
        title: "",
        field: "chosen",
        width: 40,
        frozen: !narrow,
        headerSort: false,
        titleFormatter: () => Elements.el("span", { class: "unseen" }, words().say("dash.compare")),
        formatter: (cell) => {
          const city = cell.getData().at;
          const label = words().say("dash.compare.this", { city: cell.getData().label });
          return Elements.el("input", { type: "checkbox", "aria-label": label, checked: act.isChosen(city), on: { click: (event) => event.stopPropagation(), change: () => act.chosen(city, true) } });
        },
      };
    }

    function column(one, narrow) {
      return {
        title: one.title,
        field: FIELD + one.key,
        width: one.width,
        frozen: narrow ? one.key === "city" : one.frozen === true,
        hozAlign: one.number ? "right" : "left",
        headerHozAlign: one.number ? "right" : "left",
        headerSortStartingDir: ["standing", "change", "fulfilment"].includes(one.key) || one.key.includes("-") ? "desc" : "asc",
        headerWordWrap: true,
        titleFormatter: () => Elements.el("span", { title: one.title }, one.title),
        formatter: one.key === "city" ? named : drawn,
        sorter: (a, b, rowA, rowB, col, direction) => compare(a, b, direction),
      };
    }

    function show(columns, rows, sort) {
      const [key, direction] = columns.some((one) => one.key === sort[0]) ? sort : ["rank", "asc"];
      const narrow = window.matchMedia("(max-width: 40rem)").matches;
      const data = rows.map((one) => {
        const row = { at: one.city };
        columns.forEach((each) => (row[FIELD + each.key] = each.of(one)));
        row.label = row[FIELD + "city"].text;
        return row;
      });
      const defined = [tick(narrow), ...columns.map((one) => column(one, narrow))];
      if (narrow) {
        defined.unshift(...defined.splice(columns.findIndex((one) => one.key === "city") + 1, 1));
      }
      draw(defined, data, FIELD + key, direction);
    }

    function draw(columns, data, key, direction) {
      if (table) {
        table.destroy();
      }
      built = false;
      holder.replaceChildren();
      const inner = holder.appendChild(Elements.el("div", {}));
      table = new tabulator.Tabulator(inner, {
        data,
        columns,
        ...(data.length > SHORT ? { height: "560px" } : {}), // a short table is as high as its rows
        layout: "fitDataFill",
        columnHeaderSortMulti: false,
        nestedFieldSeparator: false,
        initialSort: [{ column: key, dir: direction }],
        placeholder: words().say("dash.nothing"),
      });
      table.on("tableBuilt", () => (built = true));
      table.on("dataSorted", (sorters) => built && sorters.length && act.sorted(sorters[0].field.substring(FIELD.length), sorters[0].dir));
      table.on("rowClick", (event, row) => act.opened(row.getData().at));
    }

    /** Rows as they stand now, for export. */
    const ordered = () => (table && built ? table.getRows("active").map((row) => row.getData().at) : []);

    const ticked = () => table && built && table.redraw(true);

    return { show, ticked, ordered };
  }

  return { of, compare };
})();
