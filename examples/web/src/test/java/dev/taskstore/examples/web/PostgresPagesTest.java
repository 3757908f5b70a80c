package dev.taskstore.examples.web;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresPagesTest extends PagesTest {

  PostgresPagesTest() {
    super(TestServer.Kind.POSTGRES);
  }
}
