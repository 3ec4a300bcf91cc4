/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.preloadhints.release;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A published pom.
 *
 * @param text the whole file
 * @param root its element
 */
record Pom(String text, Element root) {

	static Pom of(byte[] content) throws Exception {
		return new Pom(new String(content, StandardCharsets.UTF_8),
				DocumentBuilderFactory.newInstance()
					.newDocumentBuilder()
					.parse(new ByteArrayInputStream(content))
					.getDocumentElement());
	}

	/** The text of an element, or nothing. */
	String value(String path) throws Exception {
		return XPathFactory.newInstance().newXPath().evaluate("/project/" + path, this.root).strip();
	}

	/** Names of the elements right below the root. */
	List<String> elements() throws Exception {
		return nodes("*").stream().map(Element::getTagName).toList();
	}

	/** Dependencies as "group:artifact:version", those alone that a condition selects. */
	List<String> dependencies(String parent, String condition) throws Exception {
		return nodes(parent + "dependencies/dependency[" + condition + "]").stream()
			.map((element) -> child(element, "groupId") + ":" + child(element, "artifactId") + ":"
					+ child(element, "version"))
			.toList();
	}

	private List<Element> nodes(String path) throws Exception {
		NodeList nodes = (NodeList) XPathFactory.newInstance()
			.newXPath()
			.evaluate("/project/" + path, this.root, XPathConstants.NODESET);
		return IntStream.range(0, nodes.getLength()).mapToObj((index) -> (Element) nodes.item(index)).toList();
	}

	private static String child(Element element, String name) {
		NodeList nodes = element.getElementsByTagName(name);
		return (nodes.getLength() == 1) ? nodes.item(0).getTextContent() : "";
	}

}
