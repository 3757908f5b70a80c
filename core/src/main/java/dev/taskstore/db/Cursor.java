package dev.taskstore.db;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      } else if (value instanceof UUID uuid) {
        out.writeByte('u');
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
      } else if (value instanceof Instant instant) {
        out.writeByte('t');
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
      } else if (value instanceof Boolean bool) {
        out.writeByte('b');
        out.writeBoolean(bool);
      } else if (value instanceof Number number) {
        out.writeByte(value instanceof Long ? 'l' : value instanceof Integer ? 'i' : 'h');
        out.writeLong(number.longValue());
      }
    }
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
      case 's' -> {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
          throw new IOException("bad length");
        }
        yield new String(in.readNBytes(length), java.nio.charset.StandardCharsets.UTF_8);
      }
      case 'u' -> new UUID(in.readLong(), in.readLong());
      case 't' -> instant(in.readLong(), in.readInt());
      case 'b' -> in.readBoolean();
      case 'l' -> in.readLong();
      case 'i' -> (int) in.readLong();
      case 'h' -> (short) in.readLong();
      default -> throw new IOException("unknown type");
    };
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
