/** What the reader chose; it stands in the address after the #, so that it can be sent on. */
const State = (() => {
  const MOST_CHOSEN = 6;
  const WEIGHT = /^\d{1,4}(\.\d{1,4})?$/;
  const VIEWS = ["groups", "scores", "values"];

  function read(model, hash) {
    const said = new URLSearchParams(hash.replace(/^#/, ""));
    const codes = new Map(model.cities.map((city, i) => [city.code, i]));
    const period = model.periods.findIndex((one) => one[0] === said.get("period"));
    const indicator = said.get("trend") || "";
    const [column, direction] = (said.get("sort") || "rank.asc").split(".");
    const weights = { ...model.weights };
    (said.get("weights") || "").split(",").forEach((one) => {
      const [id, weight] = one.split(":");
      if (Object.prototype.hasOwnProperty.call(weights, id) && WEIGHT.test(weight)) {
        weights[id] = weight;
      }
    });
    return {
      lang: ["zh", "en"].includes(said.get("lang")) ? said.get("lang") : preferred(),
      period: period < 0 ? model.now : period,
      view: VIEWS.includes(said.get("view")) ? said.get("view") : VIEWS[0],
      province: said.get("province") || "",
      level: said.get("level") || "",
      peers: said.get("peers") || "",
      search: said.get("search") || "",
      sort: [column, direction === "desc" ? "desc" : "asc"],
      chosen: (said.get("cities") || "").split(",").filter((code) => codes.has(code)).map((code) => codes.get(code)).slice(0, MOST_CHOSEN),
      city: codes.has(said.get("city")) ? codes.get(said.get("city")) : null,
      trend: model.scheme.indicators.some((one) => one.id === indicator) ? indicator : "",
      weights,
    };
  }

  const preferred = () => ((navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en");

  function written(model, state) {
    const said = new URLSearchParams();
    const put = (name, value, usual = "") => value !== usual && said.set(name, value);
    const code = (i) => model.cities[i].code;
    put("lang", state.lang);
    put("period", model.periods[state.period][0], model.period);
    put("view", state.view, VIEWS[0]);
    ["province", "level", "peers", "search", "trend"].forEach((name) => put(name, state[name]));
    put("sort", state.sort.join("."), "rank.asc");
    put("cities", state.chosen.map(code).join(","));
    put("city", state.city === null ? "" : code(state.city));
    const moved = Object.keys(state.weights).filter((id) => state.weights[id] !== model.weights[id]);
    put("weights", moved.map((id) => id + ":" + state.weights[id]).join(","));
    return "#" + said.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  }

  return { read, written, MOST_CHOSEN, WEIGHT, VIEWS };
})();
