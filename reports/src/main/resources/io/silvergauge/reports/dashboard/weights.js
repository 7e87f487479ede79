/** Weights that the reader moves; what they make of scores and ranks shows in the table. */
const Weights = (() => {
  const { el, button } = Elements;

  function row(words, state, scheme, one, depth, act) {
    const weight = state.weights[one.id];
    const most = Math.max(Number(scheme.weights[one.id]) * 3, 10);
    const label = words.both(one.name);
    const number = el("input", { type: "number", min: 0, max: 9999, step: "any", value: weight, "aria-label": label });
    const slider = el("input", { type: "range", min: 0, max: most, step: most > 30 ? 1 : 0.5, value: weight, "aria-label": label, tabindex: -1 });
    const set = (text) => {
      if (State.WEIGHT.test(text)) {
        line.classList.toggle("moved", scheme.weights[one.id] !== text);
        act(one.id, text);
      }
    };
    slider.addEventListener("input", () => {
      number.value = slider.value;
      set(slider.value);
    });
    number.addEventListener("input", () => {
      slider.value = number.value;
      set(number.value);
    });
    const moved = scheme.weights[one.id] !== weight;
    const line = el("div", { class: "weight depth" + depth + (moved ? " moved" : "") }, el("span", { class: "weight-name" }, label), slider, number, el("span", { class: "sub" }, words.say("dash.weight.own", { weight: scheme.weights[one.id] })));
    return line;
  }

  const own = (model, group) => model.scheme.indicators.filter((one) => one.dimension === group.id && one.posts && one.adds === undefined);

  /** A group's indicators stay folded unless one of them was moved. */
  function below(model, words, state, group, depth, act) {
    const line = (one) => row(words, state, model, one, depth, act);
    const lower = model.scheme.groups.filter((one) => one.within === group.id);
    const indicators = own(model, group);
    const folded = el("details", {}, el("summary", {}, words.say("dash.weights.indicators", { count: indicators.length })), indicators.map(line));
    folded.open = indicators.some((one) => state.weights[one.id] !== model.weights[one.id]);
    return [...lower.map((one) => el("div", { class: "weight-group" }, line(one), below(model, words, state, one, depth + 1, act))), ...(indicators.length ? [depth === 0 ? indicators.map(line) : folded] : [])];
  }

  /** The names of cities whose total stays as it was published, and why. */
  function fixed(model, words, results) {
    const names = results.fixed.map((one) => words.both(model.cities[one.city].name));
    return names.length === 0 ? null : el("p", { class: "fixed" }, words.say("dash.weights.fixed", { count: names.length, cities: names.slice(0, 12).join(words.say("dash.between")) + (names.length > 12 ? " …" : "") }));
  }

  function panel(model, words, state, act) {
    return [
      el("p", { class: "about" }, words.say("dash.weights.about")),
      el("div", { class: "weights" }, below(model, words, state, model.total, 0, act.set)),
      button(words.say("dash.weights.reset"), act.reset),
    ];
  }

  return { panel, fixed };
})();
