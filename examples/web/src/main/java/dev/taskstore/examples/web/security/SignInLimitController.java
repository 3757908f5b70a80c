package dev.taskstore.examples.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** The sign-in page after too many failed sign-ins. */
@Controller
class SignInLimitController {

  /** The name of the request attribute with the time to wait. */
  static final String SECONDS = SignInLimitController.class.getName();

  private static final int SECONDS_OF_MINUTE = 60;

  @PostMapping("/sign-in/limited")
  String show(HttpServletRequest request, HttpServletResponse response, Model model) {
    String seconds = request.getAttribute(SECONDS) instanceof String text ? text : "1";
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
    model.addAttribute(
        "minutes", (Long.parseLong(seconds) + SECONDS_OF_MINUTE - 1) / SECONDS_OF_MINUTE);
    return "account/sign-in";
  }
}
