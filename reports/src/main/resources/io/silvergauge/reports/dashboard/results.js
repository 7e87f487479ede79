/** What each city comes to in a period by some weights. Pure; no page needed. */
const Results = (() => {
  const kept = new WeakMap();

  /** What the scheme's own weights give a city, and whether its total follows from more than them. */
  function base(model, period, city) {
    const ofModel = kept.get(model) || new Map();
    kept.set(model, ofModel);
    const key = period * model.cities.length + city;
    if (!ofModel.has(key)) {
      ofModel.set(key, worked(model, period, city));
    }
    return ofModel.get(key);
  }

  function worked(model, period, city) {
    const published = model.totals(city, period);
    if (!published) {
      return null;
    }
    const nodes = Score.tree(model.scheme, model.parts(city, period), model.weights);
    const total = nodes[model.total.id];
    const held = period === model.now ? model.cities[city].held === true : model.earlier_fixed;
    const same = (total ? total.score : null) === published.standing.score;
    return { published, nodes, fixed: held || !same || !model.told(city, period) };
  }

  /** The standing of one city; null where there is none. */
  function standing(model, period, city, weights) {
    const one = base(model, period, city);
    if (!one || one.fixed || !changed(model, weights)) {
      return one ? one.published.standing.score : null;
    }
    const total = Score.tree(model.scheme, model.parts(city, period), weights)[model.total.id];
    return total ? total.score : null;
  }

  function changed(model, weights) {
    return Object.keys(model.weights).some((id) => model.weights[id] !== weights[id]);
  }

  /** The groups as they were published; of earlier periods only the total is kept. */
  function publishedNodes(model, city, period, total) {
    const nodes = {};
    if (period === model.now) {
      model.scheme.groups.forEach((group, i) => {
        const node = model.node(city, i);
        if (node.score !== null || node.why !== null) {
          nodes[group.id] = { score: node.score, said: node.why };
        }
      });
    }
    nodes[model.total.id] = { score: total.score, said: total.why };
    return nodes;
  }

  /**
   * By city: {nodes, standing, rank, peerRank, fulfilment, fixed, before}; null for one that was
   * not evaluated then.
   */
  function of(model, period, weights) {
    const moved = changed(model, weights);
    const list = model.cities.map((_, i) => {
      const one = base(model, period, i);
      if (!one) {
        return null;
      }
      let nodes = one.nodes;
      if (one.fixed) {
        nodes = publishedNodes(model, i, period, one.published.standing);
      } else if (moved) {
        nodes = Score.tree(model.scheme, model.parts(i, period), weights);
      }
      const total = nodes[model.total.id] || { score: null, why: { kind: "nothing" } };
      if (!moved && total.score === null) {
        total.said = one.published.standing.why;
      }
      return { city: i, nodes, total, standing: total.score, fulfilment: one.published.fulfilment, fixed: one.fixed, before: one.published };
    });
    place(model, list, moved);
    return { list, moved, fixed: list.filter((one) => one && one.fixed) };
  }

  /** Ranks among all and among peers; as published where no weight was moved. */
  function place(model, list, moved) {
    const policy = model.scheme.ranking;
    const ranks = Score.ranks(list.map((one) => (one ? one.standing : null)), policy);
    list.forEach((one, i) => one && (one.rank = moved ? ranks[i] : one.before.rank));
    const groups = new Map();
    list.forEach((one, i) => {
      if (one) {
        const key = model.cities[i].peers[0];
        groups.set(key, [...(groups.get(key) || []), one]);
      }
    });
    const everyone = list.filter((one) => one);
    groups.forEach((members) => {
      const among = model.cities[members[0].city].everyone ? everyone : members;
      const places = Score.ranks(among.map((one) => one.standing), policy);
      among.forEach((one, k) => members.includes(one) && (one.peerRank = places[k]));
    });
  }

  return { of, standing, changed };
})();

if (typeof module !== "undefined") {
  module.exports = Results;
}
