package dev.taskstore.examples.web.live;

import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of events of a page. */
@RestController
class LiveController {

  private final LiveUpdates updates;

  LiveController(LiveUpdates updates) {
    this.updates = updates;
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(@AuthenticationPrincipal SignedInUser user, HttpSession session) {
    return updates.open(user.id(), session.getId());
  }
}
