package dev.taskstore.examples.web.page;

import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The values that every page shows. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  private static final int MAXIMUM_ZONE_LENGTH = 64;

  private final List<NavigationEntry> navigation;

  PageModel(ObjectProvider<NavigationEntry> navigation) {
    this.navigation = navigation.orderedStream().toList();
  }

  @ModelAttribute("navigation")
  List<NavigationEntry> navigation() {
    return navigation;
  }

  @ModelAttribute("path")
  String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  @ModelAttribute("user")
  @Nullable SignedInUser user(@AuthenticationPrincipal @Nullable SignedInUser user) {
    return user;
  }

  /** The browser's script sets the cookie; without it, times are in UTC. */
  @ModelAttribute("zone")
  ZoneId zone(@CookieValue(name = "zone", required = false) @Nullable String zone) {
    try {
      return zone == null || zone.length() > MAXIMUM_ZONE_LENGTH ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** The design that the user chose; {@code auto} follows the system. */
  @ModelAttribute("theme")
  String theme(@CookieValue(name = "theme", defaultValue = "auto") String theme) {
    return switch (theme) {
      case "light", "dark" -> theme;
      default -> "auto";
    };
  }
}
