/** Puts the page together and draws again whatever a choice changes. */
(() => {
  const { el, choice, button } = Elements;
  const model = Model.of(JSON.parse(document.getElementById("model").textContent));
  const page = document.getElementById("page");
  let state = State.read(model, location.hash);
  let words = Words.of(model, state.lang);
  let parts = {};
  let table = null;
  let results = null;

  /** Into the address, and drawn: "all", "table" for all figures, "panels" below it, or "none". */
  function change(what, drawn = "all") {
    state = { ...state, ...what };
    if (words.lang !== state.lang) {
      words = Words.of(model, state.lang);
    }
    history.replaceState(null, "", State.written(model, state));
    if (drawn === "all") {
      frame();
    }
    if (drawn === "panels") {
      panels();
    } else if (drawn !== "none") {
      draw();
    }
  }

  /** Boxes are drawn again, which scrolls back, only where another than the clicked one changed. */
  function chosen(city, byBox = false) {
    const full = state.chosen.length === State.MOST_CHOSEN && !state.chosen.includes(city);
    const others = state.chosen.filter((one) => one !== city);
    const more = state.chosen.includes(city) ? others : [...others, city].slice(-State.MOST_CHOSEN);
    change({ chosen: more }, "panels");
    if (!byBox || full) {
      table.ticked();
    }
  }

  const act = {
    chosen,
    isChosen: (city) => state.chosen.includes(city),
    opened(city) {
      change({ city }, "panels");
      if (city !== null) {
        parts.city.scrollIntoView({ block: "nearest" });
      }
    },
    sorted: (key, direction) => change({ sort: [key, direction] }, "none"),
    trend: (trend) => change({ trend }, "panels"),
    set: (id, weight) => change({ weights: { ...state.weights, [id]: weight } }, "table"),
    reset: () => change({ weights: { ...model.weights } }),
  };

  function slider() {
    const last = model.periods.length - 1;
    const name = el("output", { class: "period" }, words.both(model.periods[state.period][1]));
    const set = (period) => {
      name.textContent = words.both(model.periods[period][1]);
      range.value = period;
      change({ period }, "table");
    };
    const range = el("input", { type: "range", min: 0, max: last, step: 1, value: state.period, "aria-label": words.say("dash.period"), "aria-valuetext": name.textContent, on: { input: (event) => set(Number(event.target.value)) } });
    const step = (by) => set(Math.min(last, Math.max(0, state.period + by)));
    return el("div", { class: "slider" }, el("span", {}, words.say("dash.period")), button("‹", () => step(-1), { "aria-label": words.say("dash.earlier") }), range, button("›", () => step(1), { "aria-label": words.say("dash.later") }), name);
  }

  function header() {
    const other = state.lang === "zh" ? "en" : "zh";
    const notices = model.notices[state.lang];
    return el(
      "header",
      {},
      el("nav", {}, button(words.say("dash.other"), () => change({ lang: other }), { lang: other === "zh" ? "zh-CN" : "en", class: "quiet" })),
      el("p", { class: "assessment" }, words.both(model.name)),
      el("h1", {}, words.say("dash.title")),
      el("ul", { class: "heads" }, [words.say("dash.asof", { day: words.both(model.as_of) }), words.both(model.scheme_name)].map((one) => el("li", {}, one))),
      el("div", { class: model.synthetic ? "notice synthetic" : "notice", role: "note" }, model.synthetic ? el("p", { class: "mark" }, words.say("dash.synthetic")) : null, notices.map((one) => el("p", {}, one))),
    );
  }

  function download() {
    const shown = table.ordered().map((city) => results.list[city]);
    const columns = Columns.of(model, words, state, results.moved);
    const head = [words.both(model.name), words.both(model.periods[state.period][1]), words.say("dash.asof", { day: words.both(model.as_of) }), ...(results.moved ? [words.say("dash.moved")] : []), ...(model.synthetic ? [words.say("dash.synthetic")] : [])];
    const file = new Blob([Filters.csv(model, words, columns, shown, head)], { type: "text/csv;charset=utf-8" });
    const address = URL.createObjectURL(file);
    const link = el("a", { href: address, download: "dashboard." + model.periods[state.period][0].replaceAll("/", "_") + "." + state.view + "." + state.lang + ".csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function controls() {
    const views = State.VIEWS.map((view) => [view, words.say({ groups: "dash.view.groups", scores: "dash.view.scores", values: "dash.view.values" }[view])]);
    return el("div", { class: "controls" }, Filters.bar(model, words, state, (what) => change(what, "table")), choice(words.say("dash.view"), views, state.view, (view) => change({ view }, "table")), button(words.say("dash.export"), download));
  }

  function section(id, title, ...content) {
    parts[id] = el("div", { class: "content" }, content);
    return el("section", { id: "section-" + id }, el("h2", {}, title), parts[id]);
  }

  /** Everything but figures; they come with draw. */
  function frame() {
    document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
    document.title = words.say("dash.title") + " · " + words.both(model.name);
    const open = parts.weighing ? parts.weighing.open : Results.changed(model, state.weights);
    parts = { moved: el("div", { class: "moved-note", role: "status" }), count: el("p", { class: "count", role: "status" }), table: el("div", { class: "cities" }) };
    const weighs = model.scheme.results.includes("standing");
    const weights = el("details", { class: "weighing" }, el("summary", {}, words.say("dash.weights")), ...(weighs ? Weights.panel(model, words, state, act) : [el("p", {}, words.say("dash.weights.none"))]));
    weights.open = open;
    parts.weighing = weights;
    page.replaceChildren(
      header(),
      el("main", {}, slider(), controls(), weights, parts.moved, parts.count, parts.table, el("p", { class: "about" }, words.say("dash.table.about")), section("compare", words.say("dash.compare")), section("city", words.say("dash.city.title"))),
      el("footer", {}, el("p", {}, words.both(model.foot)), el("p", {}, words.say("dash.made"))),
    );
    table = Table.of(parts.table, () => words, act);
  }

  function draw() {
    results = Results.of(model, state.period, state.weights);
    const evaluated = results.list.filter((one) => one);
    const rows = evaluated.filter((one) => Filters.fits(model, state, one.city));
    parts.count.textContent = words.say("dash.count", { shown: rows.length, all: evaluated.length });
    parts.moved.replaceChildren(...(results.moved ? [el("p", {}, words.say("dash.moved")), Weights.fixed(model, words, results) || ""] : []));
    table.show(Columns.of(model, words, state, results.moved), rows, state.sort);
    panels();
  }

  function panels() {
    Compare.into(parts.compare, model, words, state, results, act);
    City.into(parts.city, model, words, state, results, act);
  }

  frame();
  draw();
  history.replaceState(null, "", State.written(model, state));
  window.addEventListener("hashchange", () => {
    state = State.read(model, location.hash);
    words = Words.of(model, state.lang);
    frame();
    draw();
  });
  window.addEventListener("resize", Compare.resize);
  document.documentElement.dataset.drawn = Math.round(performance.now());
  document.documentElement.dataset.ready = "yes";
})();
