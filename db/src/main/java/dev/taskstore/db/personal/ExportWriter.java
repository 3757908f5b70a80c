package dev.taskstore.db.personal;

import dev.taskstore.db.mapping.Bytes;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Writes the JSON of an export, as RFC 8259 defines it: one row a line. For one thread. */
final class ExportWriter {

  private static final int FIRST_PRINTABLE = 0x20;

  private final Writer out;

  ExportWriter(Writer out) {
    this.out = out;
  }

  /** Writes the beginning, up to the rows of the first table. */
  void begin(String table, Map<? extends Field<?>, ?> key) throws IOException {
    out.write("{\n  \"format\": ");
    text(DataSubject.FORMAT);
    out.write(",\n  \"version\": " + DataSubject.FORMAT_VERSION);
    out.write(",\n  \"subject\": {\"table\": ");
    text(table);
    out.write(", \"key\": {");
    String separator = "";
    for (Map.Entry<? extends Field<?>, ?> column : key.entrySet()) {
      out.write(separator);
      member(column.getKey(), column.getValue());
      separator = ", ";
    }
    out.write("}},\n  \"tables\": {");
  }

  void beginTable(String name, boolean first) throws IOException {
    out.write(first ? "\n    " : ",\n    ");
    text(name);
    out.write(": [");
  }

  void row(Record row, List<Field<?>> columns, boolean first) throws IOException {
    out.write(first ? "\n      {" : ",\n      {");
    String separator = "";
    for (int i = 0; i < columns.size(); i++) {
      out.write(separator);
      member(columns.get(i), row.get(i));
      separator = ", ";
    }
    out.write('}');
  }

  void endTable(boolean empty) throws IOException {
    out.write(empty ? "]" : "\n    ]");
  }

  void end() throws IOException {
    out.write("\n  }\n}\n");
  }

  private void member(Field<?> column, @Nullable Object value) throws IOException {
    text(column.getName());
    out.write(": ");
    value(column, value);
  }

  private void value(Field<?> column, @Nullable Object value) throws IOException {
    if (value == null) {
      out.write("null");
    } else if (value instanceof BigDecimal decimal) {
      out.write(decimal.toPlainString());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.write(value.toString());
    } else if (value instanceof Bytes bytes) {
      text(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    } else if (value instanceof JSON json) {
      text(json.data());
    } else if (value.getClass().getName().startsWith("java.")) {
      // Text, UUIDs, dates, times and durations; those of the last three are ISO 8601.
      text(value.toString());
    } else {
      Object stored = stored(column, value);
      text(stored == null ? "" : stored.toString());
    }
  }

  /** The value of an enum or of another type of the application, as the database stores it. */
  @SuppressWarnings("unchecked") // A row has the types of its columns.
  private static @Nullable Object stored(Field<?> column, Object value) {
    Converter<?, Object> converter =
        (Converter<?, Object>) column.getDataType().getBinding().converter();
    return converter.to(value);
  }

  private void text(String text) throws IOException {
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> {
          out.write('\\');
          out.write(c);
        }
        case '\n' -> out.write("\\n");
        case '\r' -> out.write("\\r");
        case '\t' -> out.write("\\t");
        default -> {
          if (c < FIRST_PRINTABLE) {
            out.write(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.write(c);
          }
        }
      }
    }
    out.write('"');
  }
}
