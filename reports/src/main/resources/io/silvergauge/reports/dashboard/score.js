/**
 * Scores and ranks from the unrounded scores of indicators and from weights: the same doubles,
 * summed in the same order, rounded to ten decimals before anything is compared. Pure functions;
 * no page needed. A score is a BigInt that counts ten-thousand-millionths of a point.
 */
const Score = (() => {
  const DECIMALS = 10;

  function term(method, score) {
    return method === "geometric" ? Logarithm.ln(score) : method === "harmonic" ? 1 / score : score;
  }

  /** The score of a group; undefined for a method that is not made of a city's own scores alone. */
  function aggregate(method, scores, weights) {
    if (method.startsWith("power:")) {
      return power(Number(method.substring(6)), scores, weights);
    }
    if (!["arithmetic", "geometric", "harmonic", "minimum"].includes(method)) {
      return undefined;
    }
    let sum = 0;
    let total = 0;
    let least = Number.MAX_VALUE;
    for (let i = 0; i < scores.length; i++) {
      if (weights[i] > 0) {
        least = Math.min(least, scores[i]);
        const nought = scores[i] <= 0 && method !== "arithmetic";
        sum += weights[i] * (nought ? 0 : term(method, scores[i]));
        total += weights[i];
      }
    }
    if (method === "minimum" || (method !== "arithmetic" && least <= 0)) {
      return least;
    }
    if (method === "geometric") {
      return Logarithm.exp(sum / total);
    }
    return method === "harmonic" ? total / sum : sum / total;
  }

  /** A generalised mean; not a number where a score of nought or below has no such power. */
  function power(exponent, scores, weights) {
    const raised = (x, p) => (x <= 0 ? (x === 0 && p > 0 ? 0 : NaN) : Logarithm.exp(p * Logarithm.ln(x)));
    let total = 0;
    let least = Infinity;
    for (let i = 0; i < scores.length; i++) {
      total += weights[i];
      least = weights[i] > 0 ? Math.min(least, scores[i]) : least;
    }
    if (exponent < 0 && least <= 0) {
      return least < 0 ? NaN : 0;
    }
    let sum = 0;
    for (let i = 0; i < scores.length; i++) {
      sum += weights[i] > 0 ? weights[i] * raised(scores[i], exponent) : 0;
    }
    return raised(sum / total, 1 / exponent);
  }

  /** A double with ten decimals, half to even, as the BigInt of its digits. */
  function rounded(value) {
    const digits = BigInt(Math.abs(value).toFixed(DECIMALS).replace(".", ""));
    // toFixed is exact but takes the larger of two that are as near; only odd multiples of 2^-11
    // lie half-way between two tens of decimals.
    const halves = Math.abs(value) * 2048;
    const tie = Number.isInteger(halves) && halves % 2 === 1;
    const even = tie && digits % 2n === 1n ? digits - 1n : digits;
    return value < 0 ? -even : even;
  }

  /** A score with fewer decimals, half to even, as the BigInt of its digits. */
  function reduced(score, decimals) {
    if (decimals >= DECIMALS) {
      return score * 10n ** BigInt(decimals - DECIMALS);
    }
    const unit = 10n ** BigInt(DECIMALS - decimals);
    const whole = score < 0n ? -score : score;
    const rest = whole % unit;
    let cut = whole / unit;
    if (rest * 2n > unit || (rest * 2n === unit && cut % 2n === 1n)) {
      cut += 1n;
    }
    return score < 0n ? -cut : cut;
  }

  /** A plain decimal of at most ten decimals as a score; null stays null. */
  function parsed(text) {
    if (text === null || text === undefined) {
      return null;
    }
    const [whole, part = ""] = String(text).replace("-", "").split(".");
    const digits = BigInt(whole + part.padEnd(DECIMALS, "0"));
    return String(text).startsWith("-") ? -digits : digits;
  }

  /** Digits with a decimal point put back. */
  function plain(digits, decimals) {
    const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
    const at = text.length - decimals;
    const sign = digits < 0n ? "-" : "";
    return sign + text.substring(0, at) + (decimals > 0 ? "." + text.substring(at) : "");
  }

  /** Ranks, 1 for the highest; null for those without a score. */
  function ranks(scores, policy) {
    const decimals = policy.on === "rounded" ? policy.decimals : DECIMALS;
    const compared = scores.map((score) => (score === null ? null : reduced(score, decimals)));
    let ordered = compared.filter((score) => score !== null);
    ordered = policy.ties === "dense" ? [...new Set(ordered)] : ordered;
    ordered.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    const places = new Map();
    ordered.forEach((score, i) => places.has(score) || places.set(score, i + 1));
    return compared.map((score) => (score === null ? null : places.get(score)));
  }

  /** The grade of a score: the first band, from the best down, whose edge it reaches. */
  function grade(score, grades) {
    const found = grades.find((one) => score >= parsed(one.from));
    return found || grades[grades.length - 1];
  }

  /** A plain decimal as an exact fraction. */
  function fraction(text) {
    const [whole, part = ""] = text.split(".");
    return [BigInt(whole + part), 10n ** BigInt(part.length)];
  }

  const plus = (a, b) => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
  const times = (a, b) => [a[0] * b[0], a[1] * b[1]];
  const over = (a, b) => [a[0] * b[1], a[1] * b[0]];
  const below = (a, b) => a[0] * b[1] < b[0] * a[1];

  /**
   * All nodes of one city: for each group that takes part {score, unrounded, coverage, why}.
   *
   * parts: by indicator {score} for one that is there, {} for one that is missing, null for one
   * that takes no part. weights: by id of indicators and groups, plain decimals.
   */
  function tree(scheme, parts, weights) {
    const full = Number(scheme.full);
    const nodes = {};

    function gather(group) {
      const found = { values: [], weights: [], present: [0n, 1n], whole: [0n, 1n], bonus: 0, withheld: null };
      for (const lower of scheme.groups) {
        const node = lower.within === group.id ? visit(lower) : null;
        if (node) {
          const weight = fraction(weights[lower.id]);
          found.whole = plus(found.whole, weight);
          if (node.unrounded !== null) {
            found.present = plus(found.present, times(weight, node.coverage));
            found.values.push(node.unrounded);
            found.weights.push(Number(weights[lower.id]));
          }
        }
      }
      scheme.indicators.forEach((indicator, i) => {
        if (indicator.dimension === group.id && parts[i]) {
          take(found, indicator, parts[i]);
        }
      });
      return found;
    }

    function take(found, indicator, part) {
      const there = part.score !== undefined;
      if (indicator.adds !== undefined) {
        found.bonus += there ? (Number(indicator.adds) * part.score) / full : 0;
        return;
      }
      const weight = fraction(weights[indicator.id]);
      found.whole = plus(found.whole, weight);
      if (there || indicator.missing === "zero") {
        found.present = there ? plus(found.present, weight) : found.present;
        found.values.push(there ? part.score : 0);
        found.weights.push(Number(weights[indicator.id]));
      } else if (indicator.missing === "withhold") {
        found.withheld = indicator;
      }
    }

    function visit(group) {
      const found = gather(group);
      if (found.whole[0] === 0n) {
        return null;
      }
      const coverage = over(found.present, found.whole);
      nodes[group.id] = { coverage, score: null, unrounded: null, why: null, ...settled(group, found, coverage) };
      return nodes[group.id];
    }

    function settled(group, found, coverage) {
      if (found.withheld) {
        return { why: { kind: "withheld", indicator: found.withheld } };
      }
      if (found.weights.reduce((sum, one) => sum + one, 0) === 0) {
        return { why: { kind: "nothing" } };
      }
      if (below(times(coverage, [100n, 1n]), fraction(group.publishFrom))) {
        return { why: { kind: "coverage", from: group.publishFrom } };
      }
      let score = aggregate(group.aggregation, found.values, found.weights);
      if (score === undefined || Number.isNaN(score)) {
        return { why: { kind: "method" } };
      }
      score += found.bonus;
      score = Math.min(score, Number(group.cap) / 100);
      return { unrounded: score, score: rounded(score * full) };
    }

    visit(scheme.groups[scheme.groups.length - 1]);
    return nodes;
  }

  return { DECIMALS, aggregate, rounded, reduced, parsed, plain, ranks, grade, tree };
})();

if (typeof module !== "undefined") {
  module.exports = Score;
}
