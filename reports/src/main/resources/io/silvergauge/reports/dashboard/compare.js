/** Chosen cities side by side: a radar of dimensions, their figures, and a line over time. */
const Compare = (() => {
  const { el, choice, button } = Elements;
  const COLOURS = ["#0b5563", "#b5541c", "#6b4fa0", "#2e7d32", "#a3241c", "#8a6d00"];
  let chart = null;

  const dimensions = (model) => model.scheme.groups.filter((group) => group.within === model.total.id);

  function legend(model, words, state, act) {
    return el(
      "ul",
      { class: "chosen" },
      state.chosen.map((city, i) => {
        const name = words.both(model.cities[city].name);
        return el("li", {}, el("span", { class: "swatch series" + i }), name, button("×", () => act.chosen(city), { "aria-label": words.say("dash.compare.drop", { city: name }) }));
      }),
    );
  }

  /** Scores from 0 to 1 by dimension; null where there is none. */
  function values(model, one) {
    return dimensions(model).map((group) => {
      const node = one && one.nodes[group.id];
      return node && node.score !== null ? Math.min(1, Number(node.score) / 1e10 / Number(model.scheme.full)) : null;
    });
  }

  function web(model, words, state, results) {
    const axes = dimensions(model);
    if (axes.length < 3) {
      return null;
    }
    const cities = state.chosen.map((city) => ({ name: words.both(model.cities[city].name), values: values(model, results.list[city]) }));
    const lacking = (axis) => words.say("dash.radar.gap", { cities: cities.filter((one) => one.values[axis] === null).map((one) => one.name).join(words.say("dash.between")) });
    const title = words.say("dash.radar", { cities: cities.map((one) => one.name).join(words.say("dash.between")) });
    return el("figure", {}, el("figcaption", {}, words.say("dash.radar.title", { full: model.scheme.full })), Radar.of(axes.map((group) => words.both(group.name)), cities, title, lacking));
  }

  function table(model, words, state, results) {
    const one = (city) => results.list[city];
    const cell = (value) => el("td", { class: value.absent ? "n absent" : "n" }, value.text, value.absent && value.note ? el("span", { class: "sub" }, value.note) : null);
    const missing = { text: words.say("dash.none"), note: words.say("dash.unevaluated"), absent: true };
    const line = (name, of) => el("tr", {}, el("th", { scope: "row" }, name), state.chosen.map((city) => cell(one(city) ? of(one(city)) : missing)));
    const lines = Columns.of(model, words, state, results.moved).filter((column) => column.key !== "city").map((column) => line(column.title, column.of));
    return el("div", { class: "scroll", tabindex: 0 }, el("table", { class: "sides" }, el("thead", {}, el("tr", {}, el("td", {}), state.chosen.map((city) => el("th", { scope: "col", class: "n" }, words.both(model.cities[city].name))))), el("tbody", {}, lines)));
  }

  /** One number a period, null where there is none: then the line is broken. */
  function series(model, state, city) {
    const i = model.scheme.indicators.findIndex((one) => one.id === state.trend);
    return model.periods.map((_, period) => {
      if (i < 0) {
        const standing = Results.standing(model, period, city, state.weights);
        return standing === null ? null : Number(standing) / 1e10;
      }
      const amount = model.amount(i, city, period);
      return amount && amount.text !== undefined ? Number(amount.text) : null;
    });
  }

  function drawn(holder, model, words, state) {
    const found = model.scheme.indicators.find((one) => one.id === state.trend);
    const print = (value) => (value === null || value === undefined ? words.say("dash.missing") : found ? words.amount(String(value), found, true) : Words.grouped(value.toFixed(model.scheme.decimals)));
    if (chart) {
      chart.dispose();
    }
    chart = echarts.init(holder, null, { renderer: "svg" });
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 20, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: print, confine: true },
      xAxis: { type: "category", data: model.periods.map((one) => one[0]), boundaryGap: false },
      yAxis: { type: "value", scale: true },
      series: state.chosen.map((city) => ({ type: "line", name: words.both(model.cities[city].name), data: series(model, state, city), connectNulls: false, symbolSize: 7 })),
    });
  }

  function trend(model, words, state, act) {
    const options = [["", words.say("dash.standing")], ...model.scheme.indicators.map((one) => [one.id, words.both(one.name)])];
    const holder = el("div", { class: "line", role: "img", "aria-label": words.say("dash.trend.title") });
    const figure = el("figure", {}, el("figcaption", {}, words.say("dash.trend.title")), choice(words.say("dash.trend.of"), options, state.trend, act.trend), holder, el("p", { class: "about" }, words.say("dash.trend.gap")));
    return [figure, () => drawn(holder, model, words, state)];
  }

  /** Fills the holder; the line is drawn once it has a width. */
  function into(holder, model, words, state, results, act) {
    if (state.chosen.length === 0) {
      holder.replaceChildren(el("p", { class: "about" }, words.say("dash.compare.about", { most: State.MOST_CHOSEN })));
      return;
    }
    const [figure, draw] = trend(model, words, state, act);
    holder.replaceChildren(...[legend(model, words, state, act), el("div", { class: "figures" }, web(model, words, state, results), figure), table(model, words, state, results)].filter((one) => one));
    draw();
  }

  const resize = () => chart && chart.resize();

  return { into, resize };
})();
