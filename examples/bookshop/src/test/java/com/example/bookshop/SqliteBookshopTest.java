package com.example.bookshop;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteBookshopTest extends BookshopContract {

  @TempDir Path directory;

  @Override
  String url() {
    return "jdbc:sqlite:" + directory.resolve("bookshop.db");
  }
}
