package dev.taskstore.db;

public record FailureContext() {
  public static FailureContext of(String table, String... columns) {
    throw new UnsupportedOperationException();
  }
}
