package dev.taskstore.transfer.report;

import java.util.List;
import java.util.Locale;

/**
 * The result of a preflight. Immutable and thread-safe.
 *
 * @param findings the reasons why a copy would be refused; empty if it would start
 * @param notes differences of the source's schema that a copy does not carry over and that concern
 *     no rows, such as an additional index
 * @param isComplete false if there are more rows than the limit of the call
 */
public record PreflightReport(
    List<PreflightFinding> findings, List<String> notes, boolean isComplete) {

  /** Copies the lists. */
  public PreflightReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /**
   * Returns whether a copy would start.
   *
   * @return true if there are no findings
   */
  public boolean isReady() {
    return findings.isEmpty();
  }

  /**
   * Returns the report as JSON. It contains the keys of rows, and no other values.
   *
   * @return a JSON object
   */
  public String toJson() {
    return JsonText.object(
        json -> {
          json.writeBooleanField("ready", isReady());
          json.writeBooleanField("complete", isComplete);
          json.writeArrayFieldStart("findings");
          for (PreflightFinding finding : findings) {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("table", finding.table());
            json.writeArrayFieldStart("key");
            for (Object value : finding.key()) {
              json.writeString(value == null ? null : value.toString());
            }
            json.writeEndArray();
            json.writeStringField("reason", finding.reason());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("notes");
          for (String note : notes) {
            json.writeString(note);
          }
          json.writeEndArray();
        });
  }

  /**
   * Returns the report for people. It contains the keys of rows, and no other values.
   *
   * @return lines, the verdict first
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    if (isReady()) {
      text.append("Ready: the target accepts all rows.\n");
    } else {
      text.append("Not ready: ")
          .append(findings.size())
          .append(isComplete ? "" : " or more")
          .append(findings.size() == 1 ? " finding.\n" : " findings.\n");
    }
    findings.forEach(finding -> text.append(finding.toText()).append('\n'));
    notes.forEach(note -> text.append("Not copied: ").append(note).append('\n'));
    return text.toString();
  }
}
