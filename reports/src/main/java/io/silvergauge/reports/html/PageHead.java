package io.silvergauge.reports.html;

import java.util.List;

/**
 * What stands at the top and the foot of every page.
 *
 * @param title the heading
 * @param fullTitle title of the window
 * @param assessment name of the assessment
 * @param subtitles what the page is about, in parts
 * @param draft whether nobody has signed what the page shows
 * @param status that it is a draft, or who signed it
 * @param notices what the reader must know first
 * @param synthetic whether any of the data is
 * @param comparison link to the comparison; empty on the comparison itself
 * @param other link to the same page in the other language; empty where that is not written
 * @param otherLanguage language tag of that page
 * @param foot edition and snapshot
 */
record PageHead(
    String title,
    String fullTitle,
    String assessment,
    List<String> subtitles,
    boolean draft,
    String status,
    List<String> notices,
    boolean synthetic,
    String comparison,
    String other,
    String otherLanguage,
    String foot) {}
