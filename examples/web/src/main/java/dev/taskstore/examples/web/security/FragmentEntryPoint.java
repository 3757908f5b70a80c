package dev.taskstore.examples.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends the whole browser to the sign-in page when htmx requests a fragment without a session. A
 * redirect would put that page into the fragment.
 */
final class FragmentEntryPoint implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
  }

  static boolean isFragment(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }
}
