package dev.taskstore.db;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Checks;
import dev.taskstore.db.mapping.Decimals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.JSON;

/**
 * A place in a list: the values of the order's columns in some row, as the database has them.
 *
 * @param order the fingerprint of the order
 * @param values the values
 */
record Cursor(int order, List<Object> values) {

  private static final int MAXIMUM_VALUES = 32;

  Cursor {
    values = List.copyOf(values);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(order);
    out.writeByte(values.size());
    for (Object value : values) {
      if (value instanceof String text) {
        out.writeByte('s');
        writeText(out, text);
      } else if (value instanceof UUID uuid) {
        out.writeByte('u');
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
      } else if (value instanceof Instant instant) {
        out.writeByte('t');
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
      } else if (value instanceof LocalDate date) {
        out.writeByte('d');
        out.writeLong(date.toEpochDay());
      } else if (value instanceof LocalTime time) {
        out.writeByte('o');
        out.writeLong(time.toNanoOfDay());
      } else if (value instanceof BigDecimal decimal) {
        out.writeByte('n');
        out.writeLong(decimal.unscaledValue().longValueExact());
        out.writeByte(decimal.scale());
      } else if (value instanceof Bytes bytes) {
        out.writeByte('y');
        writeBytes(out, bytes.toByteArray());
      } else if (value instanceof JSON json) {
        out.writeByte('j');
        writeText(out, json.data());
      } else if (value instanceof Boolean bool) {
        out.writeByte('b');
        out.writeBoolean(bool);
      } else if (value instanceof Number number) {
        out.writeByte(value instanceof Long ? 'l' : value instanceof Integer ? 'i' : 'h');
        out.writeLong(number.longValue());
      }
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static Cursor read(DataInputStream in) throws IOException {
    int order = in.readInt();
    int size = in.readUnsignedByte();
    if (size > MAXIMUM_VALUES) {
      throw new IOException("too many values");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(readValue(in));
    }
    return new Cursor(order, values);
  }

  private static Object readValue(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    return switch (type) {
      case 's' -> readText(in);
      case 'u' -> new UUID(in.readLong(), in.readLong());
      case 't' -> instant(in.readLong(), in.readInt());
      case 'd' -> date(in.readLong());
      case 'o' -> time(in.readLong());
      case 'n' -> decimal(in.readLong(), in.readUnsignedByte());
      case 'y' -> Bytes.of(readBytes(in));
      case 'j' -> JSON.json(readText(in));
      case 'b' -> in.readBoolean();
      case 'l' -> in.readLong();
      case 'i' -> (int) in.readLong();
      case 'h' -> (short) in.readLong();
      default -> throw new IOException("unknown type");
    };
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("bad length");
    }
    return in.readNBytes(length);
  }

  private static LocalDate date(long epochDay) throws IOException {
    if (epochDay < Checks.MIN_DATE.toEpochDay() || epochDay > Checks.MAX_DATE.toEpochDay()) {
      throw new IOException("bad date");
    }
    return LocalDate.ofEpochDay(epochDay);
  }

  private static LocalTime time(long nanoOfDay) throws IOException {
    if (nanoOfDay < 0 || nanoOfDay > LocalTime.MAX.toNanoOfDay()) {
      throw new IOException("bad time");
    }
    return LocalTime.ofNanoOfDay(nanoOfDay);
  }

  private static BigDecimal decimal(long unscaled, int scale) throws IOException {
    if (scale > Decimals.MAX_PRECISION) {
      throw new IOException("bad scale");
    }
    return BigDecimal.valueOf(unscaled, scale);
  }

  private static Instant instant(long second, int nano) throws IOException {
    if (second < Checks.MIN_INSTANT.getEpochSecond()
        || second > Checks.MAX_INSTANT.getEpochSecond()) {
      throw new IOException("bad instant");
    }
    return Instant.ofEpochSecond(second, nano);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static Cursor fromBytes(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Cursor cursor = read(in);
      if (in.available() > 0) {
        throw new IOException("trailing bytes");
      }
      return cursor;
    }
  }
}
