package dev.taskstore.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the medians as Markdown tables. */
record Tables(Medians medians) {

  String markdown(Map<String, String> conditions) {
    StringBuilder text = Markdown.section(conditions);
    for (DatabaseKind database : medians.databases()) {
      text.append("\n### ").append(database.title()).append("\n\n");
      ratios(text, database);
      text.append("\nTime of one operation:\n\n");
      perLibrary(text, database, (w, l) -> Units.time(medians.nanos(database, w, l)));
      text.append("\nCPU time of one operation in the calling thread:\n\n");
      perLibrary(text, database, (w, l) -> Units.time(medians.processorNanos(database, w, l)));
      text.append("\nMemory allocated by one operation:\n\n");
      perLibrary(text, database, (w, l) -> Units.size(medians.bytes(database, w, l)));
    }
    return text.append('\n').toString();
  }

  private void ratios(StringBuilder text, DatabaseKind database) {
    text.append(
            "| workload | one operation | TaskStore | relative to JDBC held | relative to JDBC pooled")
        .append(" | relative to the best peer |\n|---|---|---:|---:|---:|---:|\n");
    for (Workload workload : medians.workloads(database)) {
      Function<String, String> ratio =
          base -> Units.ratio(medians.ratio(database, workload, Libraries.TASK_STORE, base));
      Markdown.row(
          text,
          List.of(
              workload.id(),
              workload.description(),
              Units.time(medians.nanos(database, workload, Libraries.TASK_STORE)),
              ratio.apply(Libraries.HELD),
              ratio.apply(Libraries.POOLED),
              medians
                  .bestPeer(database, workload)
                  .filter(peer -> !ratio.apply(peer).equals(Units.NOTHING))
                  .map(peer -> ratio.apply(peer) + " (" + peer + ")")
                  .orElse(Units.NOTHING)));
    }
  }

  @FunctionalInterface
  private interface Cell {
    String of(Workload workload, String library);
  }

  private void perLibrary(StringBuilder text, DatabaseKind database, Cell cell) {
    List<String> libraries = medians.libraries(database);
    text.append("| workload | ").append(String.join(" | ", libraries)).append(" |\n");
    text.append("|---|").append("---:|".repeat(libraries.size())).append('\n');
    for (Workload workload : medians.workloads(database)) {
      text.append("| ").append(workload.id()).append(" | ");
      text.append(
          libraries.stream()
              .map(library -> cell.of(workload, library))
              .collect(Collectors.joining(" | ")));
      text.append(" |\n");
    }
  }
}
