/**
 * The columns of the table in each view. A cell is {text, order, note, absent}: what is printed,
 * what is sorted by (null for nothing), what is said besides, and whether it stands for a figure
 * that is not there.
 */
const Columns = (() => {
  const figure = (text, order, note = "") => ({ text, order, note, absent: false });
  const absent = (text, note) => ({ text, order: null, note, absent: true });

  function score(words, node) {
    if (!node) {
      return absent(words.say("dash.outside"), words.say("dash.outside.about"));
    }
    return node.score === null ? absent(words.say("dash.none"), words.why(node)) : figure(words.score(node.score), node.score);
  }

  const ranked = (words, rank) => (rank === null ? absent(words.say("dash.none"), words.say("dash.unranked")) : figure(String(rank), rank));

  function change(words, one) {
    if (one.standing === null || one.before.standing.score === null) {
      return absent(words.say("dash.none"), words.say("dash.unranked"));
    }
    const by = one.standing - one.before.standing.score;
    const note = one.fixed ? words.say("dash.fixed") : "";
    return figure((by > 0n ? "+" : by < 0n ? "−" : "±") + words.score(by < 0n ? -by : by), by, note);
  }

  function frame(model, words, moved) {
    const city = model.cities;
    const columns = [
      { key: "rank", title: words.say("dash.rank"), number: true, frozen: true, width: 70, of: (one) => ranked(words, one.rank) },
      { key: "city", title: words.say("dash.city"), frozen: true, width: 158, of: (one) => figure(words.both(city[one.city].name), words.order(city[one.city])) },
      { key: "standing", title: words.say("dash.standing"), number: true, width: 104, of: (one) => score(words, one.total) },
    ];
    if (moved) {
      columns.push(
        { key: "published", title: words.say("dash.published"), number: true, width: 104, of: (one) => (one.before.standing.score === null ? absent(words.say("dash.none"), words.both(one.before.standing.why)) : figure(words.score(one.before.standing.score), one.before.standing.score)) },
        { key: "change", title: words.say("dash.change"), number: true, width: 96, of: (one) => change(words, one) },
        { key: "was", title: words.say("dash.rank.published"), number: true, width: 96, of: (one) => ranked(words, one.before.rank) },
      );
    }
    return columns;
  }

  function groups(model, words, now) {
    const columns = [
      { key: "peerrank", title: words.say("dash.rank.peers"), number: true, width: 104, of: (one) => ranked(words, one.peerRank === undefined ? null : one.peerRank) },
    ];
    if (model.scheme.results.includes("fulfilment")) {
      columns.push({ key: "fulfilment", title: words.say("dash.fulfilment"), number: true, width: 104, of: (one) => (one.fulfilment.score === null ? absent(words.say("dash.none"), words.both(one.fulfilment.why)) : figure(words.score(one.fulfilment.score), one.fulfilment.score)) });
    }
    if (now) {
      columns.push({ key: "grade", title: words.say("dash.grade"), width: 92, of: (one) => words.grade(one) });
    }
    model.scheme.groups.filter((group) => group !== model.total).forEach((group) => {
      columns.push({ key: "group-" + group.id, title: words.both(group.name), number: true, width: 118, of: (one) => score(words, one.nodes[group.id] || (one.fixed && !now ? { score: null, said: words.pair("dash.fixed.earlier") } : null)) });
    });
    columns.push({ key: "level", title: words.say("dash.level"), width: 110, of: (one) => figure(words.both(model.cities[one.city].level), words.both(model.cities[one.city].level)) });
    return columns;
  }

  function indicatorScore(model, words, i, period, one) {
    const kind = model.kind(i, one.city, period);
    if (kind === "o") {
      return absent(words.say("dash.outside"), words.say("dash.outside.about"));
    }
    if (kind === "l" || kind === "u") {
      const amount = model.amount(i, one.city, period);
      return absent(words.say("dash.none"), amount && amount.why ? words.both(amount.why) : words.say("dash.untold"));
    }
    const points = Score.rounded(model.score(i, one.city, period) * Number(model.scheme.full));
    return figure(words.score(points), points);
  }

  function indicatorValue(model, words, i, period, one) {
    const amount = model.amount(i, one.city, period);
    if (!amount) {
      return absent(words.say("dash.unasked"), words.say("dash.unasked.about"));
    }
    return amount.why ? absent(words.say("dash.missing"), words.both(amount.why)) : figure(words.amount(amount.text, model.scheme.indicators[i], false), Number(amount.text));
  }

  /** All columns of a view. */
  function of(model, words, state, moved) {
    const now = state.period === model.now;
    const more =
      state.view === "groups"
        ? groups(model, words, now)
        : model.scheme.indicators.map((indicator, i) => ({
            key: "i-" + indicator.id,
            title: words.both(indicator.name) + (state.view === "values" && words.both(indicator.unit) ? " / " + words.both(indicator.unit).trim() : ""),
            number: true,
            width: 132,
            of: (one) => (state.view === "values" ? indicatorValue : indicatorScore)(model, words, i, state.period, one),
          }));
    return [...frame(model, words, moved), ...more];
  }

  return { of, score, indicatorScore, indicatorValue };
})();
