package dev.taskstore.db;

public final class Bytes {
  public static Bytes of(byte[] content) {
    throw new UnsupportedOperationException();
  }

  public static Bytes ofHex(String digits) {
    throw new UnsupportedOperationException();
  }

  public byte[] toByteArray() {
    throw new UnsupportedOperationException();
  }
}
