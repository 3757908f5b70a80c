package dev.taskstore.examples.web.api;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that introduces the API. */
@Controller
class ApiPageController {

  @GetMapping("/api")
  String show() {
    return "api/about";
  }
}
