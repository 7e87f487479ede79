/**
 * Works vectors out again and says which come out otherwise. In a browser the page has Score, Model
 * and Results; Node is told where they lie: node replay.js FOLDER VECTORS.
 */
"use strict";

const bits = (value) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16);
};

function replayVectors(vectors) {
  const wrong = [];
  const hold = (what, found, wanted) => String(found) === String(wanted) || wrong.push(what + ": " + found + " instead of " + wanted);
  vectors.aggregates.forEach((one, i) => hold("aggregate " + i + " " + one.method, bits(Score.aggregate(one.method, one.scores, one.weights)), one.bits));
  vectors.logarithms.forEach((one) => hold("ln " + one.of, bits(Logarithm.ln(one.of)), one.ln));
  vectors.logarithms.forEach((one) => hold("exp " + one.of, bits(Logarithm.exp(one.of)), one.exp));
  vectors.rounded.forEach((one) => hold("rounded " + one.value, Score.plain(Score.rounded(one.value), 10), one.text));
  vectors.ranks.forEach((one, i) => hold("ranks " + i, JSON.stringify(Score.ranks(one.scores.map(Score.parsed), one.policy)), JSON.stringify(one.ranks)));
  return { count: vectors.aggregates.length + vectors.logarithms.length + vectors.rounded.length + vectors.ranks.length, wrong: wrong.slice(0, 20) };
}

/** cases: {period, weights, standings by code, ranks by code, fixed codes} */
function replayModel(json, cases) {
  const model = Model.of(json);
  const wrong = [];
  let count = 0;
  let scored = 0;
  cases.forEach((one, number) => {
    const period = model.periods.findIndex((each) => each[0] === one.period);
    const results = Results.of(model, period, { ...model.weights, ...one.weights });
    model.cities.forEach((city, i) => {
      const found = results.list[i];
      const fixed = one.fixed.includes(city.code);
      const standing = found.standing === null ? null : Score.plain(found.standing, 10);
      const alone = Results.standing(model, period, i, { ...model.weights, ...one.weights });
      count += 1;
      scored += standing === null ? 0 : 1;
      if (found.fixed !== fixed || alone !== found.standing || standing !== one.standings[city.code] || (one.ranks && found.rank !== one.ranks[city.code])) {
        wrong.push(["case " + number, city.code, standing, found.rank, found.fixed, "instead of", one.standings[city.code], one.ranks && one.ranks[city.code], fixed].join(" "));
      }
    });
  });
  return { count, scored, wrong: wrong.slice(0, 20) };
}

if (typeof process !== "undefined" && typeof require !== "undefined") {
  const [folder, file] = process.argv.slice(2);
  const path = require("node:path");
  globalThis.Logarithm = require(path.resolve(folder, "logarithm.js"));
  globalThis.Score = require(path.resolve(folder, "score.js"));
  globalThis.Model = require(path.resolve(folder, "model.js"));
  globalThis.Results = require(path.resolve(folder, "results.js"));
  const vectors = JSON.parse(require("node:fs").readFileSync(file, "utf8"));
  console.log(JSON.stringify(vectors.model ? replayModel(vectors.model, vectors.cases) : replayVectors(vectors)));
}
