/** One city: its indicators with what the plan asks, and the units behind each of them. */
const City = (() => {
  const { el, button } = Elements;

  function value(model, words, state, i, one) {
    const cell = Columns.indicatorValue(model, words, i, state.period, one);
    const amount = model.amount(i, one.city, state.period);
    const text = amount && amount.text !== undefined ? words.amount(amount.text, model.scheme.indicators[i], true) : cell.text;
    return el("td", { class: cell.absent ? "absent" : "n" }, text, cell.absent ? el("span", { class: "sub" }, cell.note) : null);
  }

  function points(model, words, state, i, one) {
    const cell = Columns.indicatorScore(model, words, i, state.period, one);
    return el("td", { class: cell.absent ? "n absent" : "n", title: cell.note || null }, cell.text);
  }

  function asked(model, words, state, i, one) {
    const judged = state.period === model.now ? model.judgement(i, one.city) : null;
    return judged ? el("td", {}, el("span", { class: "verdict " + judged.verdict }, words.both(judged.sentence))) : el("td", {});
  }

  /** What each unit came to, by size; those without a figure last, with their reasons. */
  function units(model, words, i, one) {
    const indicator = model.scheme.indicators[i];
    const found = model.units(i, one.city);
    const order = (unit) => (unit.text === undefined ? -Infinity : Number(unit.text));
    found.sort((a, b) => order(b) - order(a));
    return el("table", { class: "units" }, el("tbody", {}, found.map((cell) => el("tr", {}, el("th", { scope: "row" }, words.both(cell.name)), el("td", { class: cell.why ? "absent" : "n" }, cell.why ? words.both(cell.why) : words.amount(cell.text, indicator, !indicator.counts))))));
  }

  function rows(model, words, state, group, one) {
    return model.scheme.indicators.flatMap((indicator, i) => {
      if (indicator.dimension !== group.id) {
        return [];
      }
      const behind = state.period === model.now ? model.units(i, one.city).length : 0;
      const name = words.both(indicator.name);
      const row = el("tr", {}, el("th", { scope: "row" }, name), value(model, words, state, i, one), points(model, words, state, i, one), asked(model, words, state, i, one), el("td", {}));
      if (behind === 0) {
        return [row];
      }
      const below = el("tr", { class: "behind", hidden: true }, el("td", { colspan: 5 }));
      const open = button(words.say("dash.units", { count: behind }), () => {
        below.hidden = !below.hidden;
        open.setAttribute("aria-expanded", String(!below.hidden));
        below.firstChild.replaceChildren(below.hidden ? "" : units(model, words, i, one));
      }, { "aria-expanded": "false", "aria-label": words.say("dash.units.of", { indicator: name, count: behind }) });
      row.lastChild.append(open);
      return [row, below];
    });
  }

  function facts(model, words, one) {
    const city = model.cities[one.city];
    const pairs = [
      [words.say("dash.rank"), one.rank === null ? words.say("dash.unranked") : String(one.rank)],
      [words.say("dash.standing"), one.standing === null ? words.why(one.total) : words.score(one.standing)],
    ];
    if (!one.fixed && one.total.coverage) {
      pairs.push([words.say("dash.coverage"), words.percentage(one.total.coverage) + " %"]);
    }
    if (model.scheme.results.includes("fulfilment")) {
      pairs.push([words.say("dash.fulfilment"), one.fulfilment.score === null ? words.both(one.fulfilment.why) : words.score(one.fulfilment.score)]);
    }
    pairs.push([words.say("dash.level"), words.both(city.level)], [words.say("dash.plan"), words.both(city.plan)]);
    return el("dl", { class: "facts" }, pairs.map(([name, text]) => el("div", {}, el("dt", {}, name), el("dd", {}, text))));
  }

  function link(model, words, city) {
    if (!city.file || model.languages.length === 0) {
      return null;
    }
    const language = model.languages.includes(words.lang) ? words.lang : model.languages[0];
    return el("p", {}, el("a", { href: city.file + "." + language + ".html" }, words.say("dash.report")));
  }

  /** Fills the holder with the city that was opened. */
  function into(holder, model, words, state, results, act) {
    if (state.city === null) {
      holder.replaceChildren(el("p", { class: "about" }, words.say("dash.city.about")));
      return;
    }
    const city = model.cities[state.city];
    const one = results.list[state.city];
    const title = el("h3", {}, words.both(city.name), el("span", { class: "sub" }, " " + city.code + " · " + words.both(model.periods[state.period][1])));
    const close = button(words.say("dash.close"), () => act.opened(null), { class: "quiet" });
    if (!one) {
      holder.replaceChildren(title, close, el("p", {}, words.say("dash.unevaluated")));
      return;
    }
    const heads = ["dash.indicator", "dash.value", "dash.score", "dash.target", "dash.behind"].map((key, i) => el("th", { scope: "col", class: i === 1 || i === 2 ? "n" : null }, words.say(key)));
    const bodies = model.scheme.groups
      .filter((group) => model.scheme.indicators.some((indicator) => indicator.dimension === group.id))
      .map((group) => el("tbody", {}, el("tr", { class: "group" }, el("th", { scope: "colgroup", colspan: 5 }, words.both(group.name))), rows(model, words, state, group, one)));
    const note = one.fixed ? el("p", { class: "fixed" }, words.say("dash.fixed")) : null;
    const parts = [title, close, link(model, words, city), facts(model, words, one), note, el("div", { class: "scroll", tabindex: 0 }, el("table", { class: "city" }, el("thead", {}, el("tr", {}, heads)), bodies))];
    if (state.period !== model.now) {
      parts.push(el("p", { class: "about" }, words.say("dash.units.now", { period: words.both(model.periods[model.now][1]) })));
    }
    holder.replaceChildren(...parts.filter((part) => part));
  }

  return { into };
})();
