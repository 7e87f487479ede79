/** The evaluation as it was written into the page, and what is asked of it. Pure; no page needed. */
const Model = (() => {
  const BASE = 36;

  /** Doubles of eight bytes, the lowest first. */
  function doubles(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(i * 8, true));
  }

  /** A letter a cell. */
  const spelt = (kinds) => kinds.replace(/([a-z])(\d+)/g, (all, letter, times) => letter.repeat(Number(times)));

  /** One double a cell; not a number where there is none. */
  function spread(kinds, stream) {
    const all = new Float64Array(kinds.length);
    let next = 0;
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i];
      all[i] = kind === "s" ? stream[next++] : kind === "f" ? 1 : kind === "n" ? 0 : NaN;
    }
    return all;
  }

  function of(json) {
    const { cities, periods, sentences, scheme } = json;
    const kinds = spelt(json.kinds);
    const amounts = json.amounts.map((column) => column.split(","));
    const judgements = json.judgements.map((column) => column.split(","));
    const scores = spread(kinds, doubles(json.scores));
    const at = (indicator, city, period) => (indicator * cities.length + city) * periods.length + period;
    const total = scheme.groups[scheme.groups.length - 1];

    /** {text} with plain digits, or {why} in both languages; null where nothing was asked. */
    function figure(cell, decimals) {
      if (!cell) {
        return null;
      }
      if (cell.startsWith("!")) {
        return { why: sentences[parseInt(cell.substring(1), BASE)] };
      }
      return { text: cell.startsWith(":") ? cell.substring(1) : Score.plain(BigInt(parseInt(cell, BASE)), decimals) };
    }

    /** A published score or why there is none. */
    function published(cell) {
      if (cell === null || cell === undefined) {
        return { score: null, why: null };
      }
      return typeof cell === "number" ? { score: null, why: sentences[cell] } : { score: Score.parsed(cell), why: null };
    }

    return {
      ...json,
      total,
      now: periods.findIndex((one) => one[0] === json.period),
      weights: Object.fromEntries([...scheme.groups, ...scheme.indicators].map((one) => [one.id, one.weight])),
      amount(indicator, city, period) {
        return figure(amounts[indicator][city * periods.length + period], scheme.indicators[indicator].decimals);
      },
      /** By unit {name, text} or {name, why}, of the evaluated period. */
      units(indicator, city) {
        const { names, rows } = json.units[city];
        const cells = rows[indicator] === "" ? [] : rows[indicator].split(",");
        return cells.map((cell, i) => ({ name: names[i], ...figure(cell, scheme.indicators[indicator].decimals) })).filter((one) => one.text || one.why);
      },
      /** What the plan asks and how that stands: {verdict, sentence}; null where it asks nothing. */
      judgement(indicator, city) {
        const cell = judgements[indicator][city];
        const place = parseInt(cell, BASE);
        return cell === "" ? null : { verdict: json.verdicts[place], sentence: sentences[place] };
      },
      kind: (indicator, city, period) => kinds[at(indicator, city, period)],
      score: (indicator, city, period) => scores[at(indicator, city, period)],
      /** What each indicator brings, as Score.tree takes it. */
      parts(city, period) {
        return scheme.indicators.map((_, i) => {
          const cell = at(i, city, period);
          const kind = kinds[cell];
          return kind === "o" || kind === "u" ? null : kind === "l" ? {} : { score: scores[cell] };
        });
      },
      told: (city, period) => scheme.indicators.every((_, i) => kinds[at(i, city, period)] !== "u"),
      /** Standing, rank and fulfilment of a city; null where it was not evaluated. */
      totals(city, period) {
        const cells = json.totals[city][period];
        return cells && { standing: published(cells[0]), rank: cells[1], fulfilment: published(cells[2]) };
      },
      node: (city, group) => published(json.nodes[city][group]),
    };
  }

  return { of };
})();

if (typeof module !== "undefined") {
  module.exports = Model;
}
