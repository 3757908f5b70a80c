package dev.taskstore.examples.web.page;

import jakarta.servlet.http.HttpServletRequest;

/** Requests of htmx, which replace a part of a page. */
public final class Fragments {

  private Fragments() {}

  /**
   * Returns whether a request is for a part of a page.
   *
   * @param request the request
   * @return false for a whole page, also when the browser goes back to it
   */
  public static boolean isRequested(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"))
        && !"true".equals(request.getHeader("HX-History-Restore-Request"));
  }
}
