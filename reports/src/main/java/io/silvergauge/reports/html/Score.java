package io.silvergauge.reports.html;

/**
 * A score as it is shown: a number, or why there is none.
 *
 * @param present whether there is one
 * @param text the number; else that there is none
 * @param coverage part of the weight that has a score; empty where it takes no part
 * @param grade grade; empty where there is none
 * @param rank place among all; empty where there is none
 * @param peerRank place among its peers; empty where there is none
 * @param reason why there is no score; empty where there is one
 */
record Score(
    boolean present,
    String text,
    String coverage,
    String grade,
    String rank,
    String peerRank,
    String reason) {}
