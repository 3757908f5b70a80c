package dev.taskstore.examples.web.task;

import dev.taskstore.examples.web.page.TextDigest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;

/** Entity tags of lists, so that a refresh of an unchanged list transfers nothing. */
final class ListTags {

  private static final int BYTES = 16;

  private ListTags() {}

  /**
   * Returns the tag of what a list shows. The session is part of it, as of the forms in the list.
   */
  static String of(List<TaskColumn> columns, String url, ZoneId zone, HttpServletRequest request) {
    String shown = columns + "\n" + url + "\n" + zone + "\n" + request.getSession().getId();
    return "W/\"" + TextDigest.of(shown, BYTES) + "\"";
  }
}
