package dev.taskstore.codegen.specification;

/** Writes the sections on operations and phases, which consist of fragments only. */
final class OperationSections {

  private OperationSections() {}

  static void write(MarkdownDocument document, Fragments fragments) {
    document.section("Backup and recovery");
    document.paragraph(fragments.textOrNotice("backup-and-recovery", "backups"));
    document.section("Security");
    document.paragraph(fragments.textOrNotice("security", "security"));
    document.section("Scaling");
    document.paragraph(fragments.textOrNotice("scaling", "scaling"));
    document.section("Test data");
    document.paragraph(fragments.textOrNotice("test-data", "test data"));
    document.section("Phases");
    fragments.text("phases").ifPresent(document::paragraph);
    phase(document, fragments, "Console", "console");
    phase(document, fragments, "Web", "web");
    phase(document, fragments, "Chatbot", "chatbot");
    phase(document, fragments, "Kubernetes", "kubernetes");
    phase(document, fragments, "Managed cloud", "managed-cloud");
  }

  private static void phase(
      MarkdownDocument document, Fragments fragments, String title, String name) {
    document.heading(title);
    document.paragraph(fragments.textOrNotice("phase-" + name, "this phase"));
  }
}
