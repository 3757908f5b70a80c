package dev.taskstore.db;

public final class Page<T> {}
