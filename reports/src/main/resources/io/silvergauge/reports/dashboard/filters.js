/** Which cities are shown, and the table as a file for a spreadsheet. */
const Filters = (() => {
  const { el, choice } = Elements;

  function fits(model, state, city) {
    const one = model.cities[city];
    const search = state.search.trim().toLowerCase();
    return (
      (!state.province || (one.province && one.code.startsWith(state.province))) &&
      (!state.level || one.level[0] === state.level) &&
      (!state.peers || one.peers[0] === state.peers) &&
      (!search || [one.code, one.pinyin, ...one.name].some((text) => text.toLowerCase().includes(search)))
    );
  }

  /** Each value of a property once, in order of its first letters. */
  function values(model, words, of) {
    const found = new Map();
    model.cities.forEach((city) => {
      const one = of(city);
      if (one) {
        found.set(one[0], words.both(one[1]));
      }
    });
    return [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  function bar(model, words, state, change) {
    const all = ["", words.say("dash.all")];
    const offered = [
      ["province", "dash.province", (city) => city.province && [city.code.substring(0, 2), city.province]],
      ["level", "dash.level", (city) => [city.level[0], city.level]],
      ["peers", "dash.peers", (city) => [city.peers[0], city.peers]],
    ];
    const fields = offered
      .map(([name, key, of]) => [name, key, values(model, words, of)])
      .filter(([, , options]) => options.length > 1)
      .map(([name, key, options]) => choice(words.say(key), [all, ...options], state[name], (value) => change({ [name]: value })));
    const search = el("input", { type: "search", value: state.search, maxlength: 40, on: { input: (event) => change({ search: event.target.value }, "search") } });
    return [...fields, el("label", { class: "field" }, el("span", {}, words.say("dash.search")), search)];
  }

  /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
  function cell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+\-]?[\d,.]+$/.test(text) ? "'" + text : text;
    return /[",\n\r]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  }

  /** The visible table: figures without thousands separators, gaps with their reasons. */
  function csv(model, words, columns, rows, head) {
    const lines = [head, ["code", ...columns.map((one) => one.title)]];
    rows.forEach((one) => {
      lines.push([
        model.cities[one.city].code,
        ...columns.map((column) => {
          const value = column.of(one);
          const text = column.number && !value.absent ? value.text.replaceAll(",", "").replace("−", "-") : value.text;
          return value.absent && value.note ? text + ": " + value.note : text;
        }),
      ]);
    });
    return "\uFEFF" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  return { fits, bar, csv, cell };
})();
