package dev.taskstore.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message of the PostgreSQL protocol. The first message of a client has no type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message
 *     Formats</a>
 */
final class ProtocolMessage {

  private final int type;
  private final byte[] body;

  private ProtocolMessage(int type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  static ProtocolMessage read(DataInputStream input, boolean typed) throws IOException {
    int type = typed ? input.readUnsignedByte() : 0;
    byte[] body = new byte[input.readInt() - Integer.BYTES];
    input.readFully(body);
    return new ProtocolMessage(type, body);
  }

  void write(DataOutputStream output) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream message = new DataOutputStream(bytes);
    if (type != 0) {
      message.writeByte(type);
    }
    message.writeInt(body.length + Integer.BYTES);
    message.write(body);
    bytes.writeTo(output);
    output.flush();
  }

  int type() {
    return type;
  }

  /** Returns whether this is ReadyForQuery outside a transaction. */
  boolean isIdle() {
    return type == 'Z' && body[0] == 'I';
  }

  /** Reads a NUL-terminated string of the body. */
  String text(int number) {
    ByteBuffer bytes = ByteBuffer.wrap(body);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i <= number; i++) {
      text.reset();
      for (byte next = bytes.get(); next != 0; next = bytes.get()) {
        text.write(next);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
