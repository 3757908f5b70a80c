package dev.taskstore.examples.web.transfer;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskScope;
import dev.taskstore.examples.formats.FileFormat;
import dev.taskstore.examples.formats.Progress;
import dev.taskstore.examples.formats.TaskExporter;
import dev.taskstore.examples.formats.TaskWriter;
import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The export page, and the files: a user's own tasks. A file is complete on disk before the
 * response begins, so that a slow client holds neither a connection nor a snapshot of the database,
 * and a failure is no half file.
 */
@Controller
class ExportController {

  @GetMapping("/export")
  String page() {
    return "transfer/export";
  }

  @GetMapping("/export/tasks.json")
  void json(
      @AuthenticationPrincipal SignedInUser user,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      TaskScope scope,
      HttpServletResponse response)
      throws IOException {
    export(FileFormat.GITHUB, "tasks.json", "application/json", user.id(), zone, scope, response);
  }

  @GetMapping("/export/todo.txt")
  void todoTxt(
      @AuthenticationPrincipal SignedInUser user,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      TaskScope scope,
      HttpServletResponse response)
      throws IOException {
    export(
        FileFormat.TODO_TXT,
        "todo.txt",
        "text/plain;charset=UTF-8",
        user.id(),
        zone,
        scope,
        response);
  }

  private static void export(
      FileFormat format,
      String name,
      String type,
      UUID userId,
      ZoneId zone,
      TaskScope scope,
      HttpServletResponse response)
      throws IOException {
    Path file = Files.createTempFile("export", ".tmp");
    try {
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        TaskWriter writer = format.writer(out, zone);
        TaskExporter.run(scope, TASKS.USER_ID.eq(userId), writer, Progress.NONE);
        writer.finish();
      }
      response.setContentType(type);
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(name).build().toString());
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
