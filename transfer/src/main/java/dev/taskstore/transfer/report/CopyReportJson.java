package dev.taskstore.transfer.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** A report of a copy as JSON. */
final class CopyReportJson {

  private CopyReportJson() {}

  static String write(CopyReport report) {
    return JsonText.object(json -> members(report, json));
  }

  private static void members(CopyReport report, JsonGenerator json) throws IOException {
    json.writeStringField("startedAt", report.startedAt().toString());
    json.writeStringField("finishedAt", report.finishedAt().toString());
    json.writeBooleanField("verified", report.isVerified());
    json.writeStringField("libraryVersion", report.libraryVersion());
    database("source", report.source(), json);
    database("target", report.target(), json);
    changelog(report, json);
    json.writeNumberField("rows", report.rows());
    tables(report.tables(), json);
    List<String> drift = report.drift();
    if (drift == null) {
      json.writeNullField("drift");
    } else {
      json.writeArrayFieldStart("drift");
      for (String difference : drift) {
        json.writeString(difference);
      }
      json.writeEndArray();
    }
    json.writeBooleanField("resumed", report.isResumed());
    json.writeNumberField("changes", report.changes());
    if (report.longestStop() == null) {
      json.writeNullField("longestStopMillis");
    } else {
      json.writeNumberField("longestStopMillis", report.longestStop().toMillis());
    }
    json.writeArrayFieldStart("phases");
    for (PhaseDuration phase : report.phases()) {
      json.writeStartObject();
      json.writeStringField("phase", phase.phase().word());
      json.writeNumberField("millis", phase.duration().toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void changelog(CopyReport report, JsonGenerator json) throws IOException {
    ChangelogState changelog = report.changelog();
    if (changelog == null) {
      json.writeNullField("changelog");
      return;
    }
    json.writeObjectFieldStart("changelog");
    json.writeNumberField("changeSets", changelog.changeSets());
    json.writeStringField("last", changelog.last());
    json.writeStringField("tag", changelog.tag());
    json.writeEndObject();
  }

  private static void database(String name, DatabaseDescription database, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("location", database.location());
    json.writeStringField("dialect", database.dialect());
    json.writeStringField("product", database.product());
    json.writeStringField("driver", database.driver());
    json.writeEndObject();
  }

  static void tables(List<TableCounts> tables, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tables");
    for (TableCounts table : tables) {
      json.writeStartObject();
      json.writeStringField("table", table.table());
      json.writeBooleanField("equal", table.isEqual());
      json.writeNumberField("sourceRows", table.sourceRows());
      json.writeNumberField("targetRows", table.targetRows());
      json.writeStringField("sourceSha256", table.sourceSha256());
      json.writeStringField("targetSha256", table.targetSha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
