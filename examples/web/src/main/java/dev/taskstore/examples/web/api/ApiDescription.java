package dev.taskstore.examples.web.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document. */
@RestController
class ApiDescription {

  @GetMapping(path = "/api/v1/openapi.yaml", produces = "application/yaml")
  Resource document() {
    return new ClassPathResource("openapi.yaml", ApiDescription.class.getClassLoader());
  }
}
