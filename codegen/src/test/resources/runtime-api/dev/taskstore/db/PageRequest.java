package dev.taskstore.db;

public final class PageRequest {}
