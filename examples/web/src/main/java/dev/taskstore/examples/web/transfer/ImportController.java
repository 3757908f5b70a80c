package dev.taskstore.examples.web.transfer;

import dev.taskstore.examples.formats.FileFormat;
import dev.taskstore.examples.web.page.Fragments;
import dev.taskstore.examples.web.page.NavigationEntry;
import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The import page, the progress of an import and its outcome. */
@Controller
class ImportController {

  private static final long MAXIMUM_BYTES = 5L << 20;

  private final ImportJobs jobs;

  ImportController(ImportJobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping("/import")
  String form() {
    return "transfer/import";
  }

  @PostMapping("/import")
  String start(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "false") boolean skip,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      @AuthenticationPrincipal SignedInUser user,
      HttpServletResponse response,
      Model model)
      throws IOException {
    if (file.isEmpty()) {
      return refused(response, model, HttpStatus.BAD_REQUEST, "Choose a file that is not empty.");
    }
    if (file.getSize() > MAXIMUM_BYTES) {
      return refused(
          response,
          model,
          HttpStatus.CONTENT_TOO_LARGE,
          "The file has more than 5 MiB. Split it, and import the parts.");
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
    Path copy = Files.createTempFile("import", ".tmp");
    file.transferTo(copy);
    FileFormat format = FileFormat.of(name.toLowerCase(Locale.ROOT));
    Optional<ImportJob> job = jobs.start(user, copy, name, format, skip, zone);
    if (job.isEmpty()) {
      return refused(
          response,
          model,
          HttpStatus.SERVICE_UNAVAILABLE,
          "Too many other imports wait. Try again in a minute.");
    }
    return "redirect:/import/" + job.get().id();
  }

  @GetMapping("/import/{job}")
  String show(
      @PathVariable UUID job,
      @AuthenticationPrincipal SignedInUser user,
      HttpServletRequest request,
      Model model) {
    model.addAttribute(
        "job",
        jobs.find(job, user.id())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return Fragments.isRequested(request) ? "transfer/progress :: progress" : "transfer/progress";
  }

  private static String refused(
      HttpServletResponse response, Model model, HttpStatus status, String text) {
    response.setStatus(status.value());
    model.addAttribute("problem", text);
    return "transfer/import";
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {

    @Bean
    @Order(30)
    NavigationEntry importNavigation() {
      return new NavigationEntry("/import", "Import");
    }

    @Bean
    @Order(35)
    NavigationEntry exportNavigation() {
      return new NavigationEntry("/export", "Export");
    }
  }
}
