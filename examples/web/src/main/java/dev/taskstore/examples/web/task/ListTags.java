package dev.taskstore.examples.web.task;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
      return "W/\"" + HexFormat.of().formatHex(digest, 0, BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
