/** How the page says things in the reader's language: texts, numbers, reasons. Pure. */
const Words = (() => {
  /** A plain decimal with a comma between thousands. */
  function grouped(text) {
    const [whole, part] = text.replace("-", "").split(".");
    const sign = text.startsWith("-") ? "−" : "";
    return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === undefined ? "" : "." + part);
  }

  function of(model, lang) {
    const at = lang === "zh" ? 0 : 1;
    const both = (pair) => (pair ? (pair[at] === undefined || pair[at] === "" ? pair[0] : pair[at]) : "");
    const grades = model.scheme.grades;

    function say(key, places = {}) {
      return both(model.texts[key]).replace(/\{([a-z_]+)\}/g, (all, name) => (name in places ? places[name] : all));
    }

    /** With the scheme's decimals, and more where rounding would lift it into a grade. */
    function score(points) {
      let decimals = model.scheme.decimals;
      const own = grades.length ? Score.grade(points, grades).id : "";
      const seen = (digits) => (grades.length ? Score.grade(digits * 10n ** BigInt(Score.DECIMALS - decimals), grades).id : "");
      while (decimals < Score.DECIMALS && seen(Score.reduced(points, decimals)) !== own) {
        decimals++;
      }
      return grouped(Score.plain(Score.reduced(points, decimals), decimals));
    }

    function why(node) {
      if (node.said) {
        return both(node.said);
      }
      if (!node.why) {
        return say("dash.untold");
      }
      if (node.why.kind === "withheld") {
        return say("dash.why.withheld", { indicator: both(node.why.indicator.name) });
      }
      const percent = node.coverage ? percentage(node.coverage) : "";
      return { nothing: say("dash.why.nothing"), method: say("dash.why.method"), coverage: say("dash.why.coverage", { coverage: percent, from: node.why.from }) }[node.why.kind];
    }

    /** An exact part of the whole in percent, one decimal, cut so that it never looks like more. */
    function percentage([part, whole]) {
      return Score.plain((part * 1000n) / whole, 1);
    }

    function amount(text, indicator, withUnit) {
      if (indicator.yesno && (text === "0" || text === "1" || /^[01]\.0+$/.test(text))) {
        return say(text.startsWith("1") ? "dash.yes" : "dash.no");
      }
      return grouped(text) + (withUnit ? both(indicator.unit) : "");
    }

    /** The grade as it was published; it may rest on more than the score. */
    function grade(one) {
      const city = model.cities[one.city];
      const found = grades.find((band) => band.id === city.grade);
      return found
        ? { text: both(found.name), order: -grades.indexOf(found), note: "", absent: false }
        : { text: say("dash.none"), order: null, note: say("dash.ungraded"), absent: true };
    }

    return { lang, both, say, score, why, percentage, amount, grade, pair: (key) => model.texts[key], order: (city) => (lang === "zh" && city.pinyin ? city.pinyin : both(city.name)) };
  }

  return { of, grouped };
})();
