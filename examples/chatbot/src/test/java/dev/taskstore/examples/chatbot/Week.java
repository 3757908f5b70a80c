package dev.taskstore.examples.chatbot;

import java.util.List;
import java.util.Map;

/** A conversation that uses everything the server offers, rightly and wrongly. */
final class Week {

  private Week() {}

  /** The identifier of the user has the number 1, those of tasks and tags follow. */
  private static String id(long number) {
    return SequentialIds.number(number).toString();
  }

  static void run(Conversation client) {
    client.list();
    client.call(
        "add-tasks",
        Map.of(
            "tasks",
            List.of(
                Map.of(
                    "title",
                    "Straße fegen 🧹",
                    "dueAt",
                    "2026-03-01T17:00:00+01:00",
                    "tags",
                    List.of("home", "Ärger")),
                Map.of(
                    "title",
                    "Ship 1.0\nand rest",
                    "priority",
                    "high",
                    "dueAt",
                    "2026-03-03T12:00:00Z",
                    "description",
                    "x".repeat(600)),
                Map.of("title", "Buy milk", "priority", "low"))));
    // tasks 2, 3 and 4; tags 5 and 6
    client.call("find-tasks", Map.of());
    client.call("find-tasks", Map.of("text", "STRASSE"));
    client.call("find-tasks", Map.of("text", "straße", "tags", List.of("home", "Ärger")));
    client.call(
        "find-tasks",
        Map.of("status", List.of("pending"), "priority", List.of("high", "low"), "sort", "due"));
    client.call(
        "find-tasks",
        Map.of("dueFrom", "2026-03-01T16:00:00Z", "dueBefore", "2026-03-03T12:00:00Z"));
    Map<?, ?> page = client.structure("find-tasks", Map.of("limit", 2, "sort", "due"));
    client.call("find-tasks", Map.of("sort", "due", "cursor", page.get("nextCursor")));
    client.call("find-tasks", Map.of("sort", "newest", "cursor", page.get("nextCursor")));
    client.call("find-tasks", Map.of("cursor", "damaged"));
    client.call("overdue-tasks", Map.of());
    client.read("tasks://overdue");
    client.call(
        "update-tasks",
        Map.of(
            "tasks",
            List.of(
                Map.of("id", id(4), "version", 0, "title", "Buy oat milk", "status", "in_progress"),
                Map.of("id", id(3), "version", 7, "priority", "low"),
                Map.of("id", id(99), "version", 0, "priority", "low"))));
    client.call(
        "update-tasks", Map.of("tasks", List.of(Map.of("id", id(4), "version", 0, "title", "x"))));
    client.call("complete-tasks", Map.of("ids", List.of(id(2), id(98), id(4))));
    client.call("complete-tasks", Map.of("ids", List.of(id(2))));
    client.call("tag-tasks", Map.of("ids", List.of(id(3), id(97)), "tags", List.of("home", "new")));
    client.call("tag-tasks", Map.of("ids", List.of(id(3)), "tags", List.of("home", "new")));
    client.call("list-tags", Map.of());
    client.call("untag-tasks", Map.of("ids", List.of(id(3), id(96)), "tags", List.of("new")));
    client.call("statistics", Map.of());
    client.read("tasks://statistics");
    client.read("tasks://task/" + id(3));
    client.read("tasks://task/" + id(95));
    client.read("tasks://task/none");
    client.read("tasks://nothing");
    client.prompt("plan-my-day", Map.of("focus", "the release"));
    client.prompt("plan-my-day", Map.of("focus", "x".repeat(201)));
    client.prompt("weekly-review", Map.of());
    client.call("delete-tasks", Map.of("ids", List.of(id(4), id(94))));
    client.call("delete-tasks", Map.of("ids", List.of(id(4))));
    refused(client);
  }

  private static void refused(Conversation client) {
    client.call("add-tasks", Map.of());
    client.call("add-tasks", Map.of("tasks", List.of()));
    client.call("add-tasks", Map.of("tasks", List.of(Map.of("titel", "x"))));
    client.call("add-tasks", Map.of("tasks", List.of(Map.of("title", "x".repeat(256)))));
    client.call("add-tasks", Map.of("tasks", List.of(Map.of("title", "a\0b"))));
    client.call("add-tasks", Map.of("tasks", List.of(Map.of("title", "x", "dueAt", "tomorrow"))));
    client.call(
        "add-tasks",
        Map.of(
            "tasks",
            List.of(
                Map.of("title", "not added"),
                Map.of("title", "x", "dueAt", "+12026-01-01T00:00:00Z"))));
    client.call("add-tasks", Map.of("tasks", List.of(Map.of("title", "x", "priority", "urgent"))));
    client.call("find-tasks", Map.of("text", "a\0b"));
    client.call("find-tasks", Map.of("limit", 51));
    client.call("find-tasks", Map.of("ids", List.of(id(3))));
    client.call("complete-tasks", Map.of("ids", List.of("4")));
    client.call("complete-tasks", Map.of("ids", List.of(id(3), id(3))));
    client.call(
        "update-tasks",
        Map.of("tasks", List.of(Map.of("id", id(3), "version", 0, "title", "a\0b"))));
    client.call("statistics", Map.of("now", true));
  }
}
