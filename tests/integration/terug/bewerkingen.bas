' Edits in LibreOffice as its users make them. Every Sub gets an open document; Main opens, edits and saves them all.
' MAP and the calls in Main are filled in by the test.

Function Vind(doc, tekst)
  zoek = doc.createSearchDescriptor()
  zoek.SearchString = tekst
  Vind = doc.findFirst(zoek)
End Function

' A cursor at the end of the paragraph in which `tekst` stands.
Function EindVan(doc, tekst)
  plek = Vind(doc, tekst)
  cursor = plek.Text.createTextCursorByRange(plek.End)
  cursor.gotoEndOfParagraph(False)
  EindVan = cursor
End Function

Sub Nieuwe_alinea(cursor, tekst)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.Text.insertString(cursor, tekst, False)
End Sub

' Selects the whole paragraph with the sign at its end.
Function Alinea(doc, tekst)
  plek = Vind(doc, tekst)
  cursor = plek.Text.createTextCursorByRange(plek.Start)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoNextParagraph(True)
  Alinea = cursor
End Function

Sub tekst_anders(doc)
  Vind(doc, "X extra kamers").String = "Twaalf extra kamers"
End Sub

Sub doel_ertussen(doc)
  Nieuwe_alinea(EindVan(doc, "30% minder"), "Een nieuw doel.")
End Sub

Sub doel_weg(doc)
  Alinea(doc, "X extra kamers").String = ""
End Sub

Sub doel_verplaatst(doc)
  Alinea(doc, "30% minder").String = ""
  Nieuwe_alinea(EindVan(doc, "20-40 jongeren"), "30% minder verhuizingen in 2030 t.o.v. 2025.")
End Sub

Sub gebied_hernoemd(doc)
  alles = doc.Text.createEnumeration()
  Do While alles.hasMoreElements()
    deel = alles.nextElement()
    If deel.supportsService("com.sun.star.text.Paragraph") Then
      If deel.ParaStyleName = "Heading 1" And deel.String = "Wonen met hulp" Then
        cursor = deel.Text.createTextCursorByRange(deel.End)
        cursor.Text.insertString(cursor, " en zorg", False)
      End If
    End If
  Loop
End Sub

Sub punt_achteraan(doc)
  Nieuwe_alinea(EindVan(doc, "Niemand kent"), "Nog een probleem.")
End Sub

Sub onderdeel_anders(doc)
  Vind(doc, "Over kleine kamers").String = "Over grote kamers"
  Nieuwe_alinea(EindVan(doc, "Over grote kamers"), "Over het onderhoud.")
End Sub

Sub toewijzing_anders(doc)
  Vind(doc, "Realiseren doelen: 1, 2.").String = "Realiseren doelen: 1, (3)."
End Sub

Sub gesplitst(doc)
  plek = Vind(doc, "Verhuizen duurt ")
  cursor = plek.Text.createTextCursorByRange(plek.End)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub

Sub ervoor_gezet(doc)
  plek = Vind(doc, "Te weinig kamers")
  cursor = plek.Text.createTextCursorByRange(plek.Start)
  cursor.Text.insertString(cursor, "Eerst dit.", False)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub

Sub samengevoegd(doc)
  cursor = EindVan(doc, "Te weinig kamers")
  cursor.goRight(1, True)
  cursor.String = " "
End Sub

Sub bijgehouden(doc)
  doc.RecordChanges = True
  Vind(doc, "Een makelaar").String = "Een regisseur"
  plek = Vind(doc, "Wachten duurt")
  cursor = plek.Text.createTextCursorByRange(plek.Start)
  cursor.gotoEndOfParagraph(True)
  cursor.String = ""
  Nieuwe_alinea(EindVan(doc, "Iedereen woont"), "Niemand wacht.")
End Sub

Sub toelichting_anders(doc)
  Nieuwe_alinea(EindVan(doc, "Cijfers over 2025"), "Een tweede alinea.")
End Sub

Sub rij_erbij(doc)
  tabel = doc.TextTables.getByIndex(0)
  tabel.Rows.insertByIndex(6, 1)
  tabel.getCellByName("A7").String = "Risico's"
  tabel.getCellByName("B7").String = "De rente."
End Sub

Sub Main
  Dim verborgen(0) As New com.sun.star.beans.PropertyValue
  verborgen(0).Name = "Hidden" : verborgen(0).Value = True
  Dim opslaan(0) As New com.sun.star.beans.PropertyValue
  opslaan(0).Name = "FilterName"
'CALLS
  StarDesktop.terminate()
End Sub
