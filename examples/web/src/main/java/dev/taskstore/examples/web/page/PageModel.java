package dev.taskstore.examples.web.page;

import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** The values that every page shows. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  private static final int MAXIMUM_ZONE_LENGTH = 64;

  private final List<NavigationEntry> navigation;

  PageModel(ObjectProvider<NavigationEntry> navigation) {
    this.navigation = navigation.orderedStream().toList();
  }

  @ModelAttribute
  void addTo(Model model, HttpServletRequest request) {
    model.addAttribute("navigation", navigation);
    model.addAttribute(
        "path", request.getRequestURI().substring(request.getContextPath().length()));
    model.addAttribute("user", user(request));
    model.addAttribute("message", Outcome.take(request));
    model.addAttribute("zone", zone(request));
    model.addAttribute("theme", theme(request));
  }

  private static @Nullable SignedInUser user(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedInUser user
        ? user
        : null;
  }

  /** The browser's script sets the cookie; without it, times are in UTC. */
  private static ZoneId zone(HttpServletRequest request) {
    String zone = cookie(request, "zone").orElse("");
    try {
      return zone.isEmpty() || zone.length() > MAXIMUM_ZONE_LENGTH
          ? ZoneOffset.UTC
          : ZoneId.of(URLDecoder.decode(zone, StandardCharsets.UTF_8));
    } catch (DateTimeException | IllegalArgumentException e) {
      return ZoneOffset.UTC;
    }
  }

  /** The colours that the user chose; {@code auto} follows the system. */
  private static String theme(HttpServletRequest request) {
    String theme = cookie(request, "theme").orElse("");
    return theme.equals("light") || theme.equals("dark") ? theme : "auto";
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }
}
