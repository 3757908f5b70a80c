package dev.taskstore.examples.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that changed something: for htmx with an event that refreshes the lists of the
 * page, and otherwise with a redirect to a page that shows the message.
 */
public final class Outcome {

  private static final String MESSAGE = Outcome.class.getName();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Outcome() {}

  /**
   * Creates the answer.
   *
   * @param request the request
   * @param message the message
   * @param destination the path to show without htmx
   * @return the answer
   */
  public static ResponseEntity<Void> of(
      HttpServletRequest request, Message message, String destination) {
    if (!Fragments.isRequested(request)) {
      return redirect(request, message, destination);
    }
    Map<String, Object> events = new LinkedHashMap<>();
    events.put("message", message);
    events.put("refresh", Map.of());
    return ResponseEntity.noContent().header("HX-Trigger", JSON.writeValueAsString(events)).build();
  }

  /**
   * Creates the answer to a request of htmx that failed.
   *
   * @param status the status
   * @param text what is wrong, and what to do
   * @return the answer
   */
  public static ResponseEntity<Void> failed(HttpStatus status, String text) {
    return ResponseEntity.status(status)
        .header("HX-Trigger", JSON.writeValueAsString(Map.of("message", Message.of(text))))
        .build();
  }

  /**
   * Creates a redirect to a page that shows a message, also for htmx.
   *
   * @param request the request
   * @param message the message
   * @param destination the path
   * @return the answer
   */
  public static ResponseEntity<Void> redirect(
      HttpServletRequest request, Message message, String destination) {
    keep(request, message);
    if (Fragments.isRequested(request)) {
      return ResponseEntity.noContent()
          .header("HX-Redirect", request.getContextPath() + destination)
          .build();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(request.getContextPath() + destination))
        .build();
  }

  /**
   * Keeps a message for the next page of the session.
   *
   * @param request the request
   * @param message the message
   */
  public static void keep(HttpServletRequest request, Message message) {
    request.getSession().setAttribute(MESSAGE, message);
  }

  /** Returns the kept message once, for a page: not for a fragment or a stream of events. */
  static @Nullable Message take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !request.getMethod().equals("GET")
        || Fragments.isRequested(request)
        || !String.valueOf(request.getHeader("Accept")).contains("text/html")
        || !(session.getAttribute(MESSAGE) instanceof Message message)) {
      return null;
    }
    session.removeAttribute(MESSAGE);
    return message;
  }

  /**
   * Returns the list to go back to, which the request names, or all tasks.
   *
   * @param from the value of the parameter {@code from}, or null
   * @return a path of this application
   */
  public static String back(@Nullable String from) {
    return from != null && from.matches("/tasks(\\?[!-~&&[^\\\\]]*)?") ? from : "/tasks";
  }
}
