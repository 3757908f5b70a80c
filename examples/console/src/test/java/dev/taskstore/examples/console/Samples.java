package dev.taskstore.examples.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sample files to import. */
final class Samples {

  private static final String ISSUES =
      """
      [
        {"id": 1, "title": "Die Straße fegen", "user": {"login": "ada"}, "state": "open",
         "labels": [{"name": "outdoors"}, {"name": "Ärger"}], "body": "Vor dem Haus.\\r\\nUnd dahinter.",
         "created_at": "2026-01-01T10:00:00Z", "updated_at": "2026-01-02T10:00:00Z", "closed_at": null},
        {"id": 2, "title": "ÉCLAIRS backen 🥐", "user": {"login": "grace"}, "state": "closed",
         "labels": [{"name": "kitchen"}], "body": "",
         "created_at": "2026-01-01T10:00:00Z", "updated_at": "2026-01-04T10:00:00.123456Z",
         "closed_at": "2026-01-04T10:00:00.123456Z"},
        {"id": 3, "title": "日本語の本を読む", "user": {"login": "ada"}, "state": "open",
         "labels": [], "body": null,
         "created_at": "2026-01-03T10:00:00Z", "updated_at": "2026-01-03T10:00:00Z", "closed_at": null},
        {"id": 4, "title": "100% _sure_", "user": {"login": "Zoë"}, "state": "closed",
         "labels": [{"name": "outdoors"}], "body": "done",
         "created_at": "2025-12-31T23:59:59Z", "updated_at": "2026-01-05T00:00:00Z",
         "closed_at": "2026-01-05T00:00:00Z"},
        {"id": 5, "title": "eclairs essen", "user": {"login": "ada"}, "state": "open",
         "labels": [{"name": "kitchen"}, {"name": "outdoors"}], "body": null,
         "created_at": "2026-01-06T10:00:00Z", "updated_at": "2026-01-06T10:00:00Z", "closed_at": null}
      ]
      """;

  private static final String TODO =
      """
      2026-01-05 Call @mum about +garden due:2026-02-01
      x 2026-01-07 2026-01-05 Pay the rent pri:C
      (A) Water the plants @home
      """;

  private Samples() {}

  static Path issues(Path folder) throws IOException {
    return Files.writeString(folder.resolve("issues.json"), ISSUES);
  }

  static Path issues(Path folder, String target, String replacement) throws IOException {
    return Files.writeString(folder.resolve("changed.json"), ISSUES.replace(target, replacement));
  }

  static Path todo(Path folder) throws IOException {
    return Files.writeString(folder.resolve("todo.txt"), TODO);
  }

  static String todo() {
    return TODO;
  }
}
