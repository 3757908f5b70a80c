package dev.taskstore.examples.chatbot.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authenticates requests by a bearer token (RFC 6750), and refuses those without one. */
final class BearerFilter extends HttpFilter {

  static final String USER = BearerFilter.class.getName() + ".user";

  private static final long serialVersionUID = 1L;
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final transient TokenRegistry tokens;

  BearerFilter(TokenRegistry tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String header = request.getHeader("Authorization");
    Optional<UUID> user = header == null ? Optional.empty() : authenticate(header);
    if (user.isPresent()) {
      request.setAttribute(USER, user.get());
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader(
          "WWW-Authenticate",
          "Bearer realm=\"taskstore\"" + (header == null ? "" : ", error=\"invalid_token\""));
      response.setContentType("application/json");
      response
          .getWriter()
          .write(
              "{\"error\":\"Send the header Authorization: Bearer TOKEN with a token that the"
                  + " command token printed.\"}");
    }
  }

  private Optional<UUID> authenticate(String header) {
    Matcher bearer = BEARER.matcher(header);
    return bearer.matches() ? tokens.authenticate(bearer.group(1)) : Optional.empty();
  }
}
