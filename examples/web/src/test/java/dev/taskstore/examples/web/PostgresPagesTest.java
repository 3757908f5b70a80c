package dev.taskstore.examples.web;

class PostgresPagesTest extends PagesTest {

  PostgresPagesTest() {
    super(TestServer.Kind.POSTGRES);
  }
}
